"""The mathematics of Folkmoot: problem in, result out, without Django, database, network or clock."""
