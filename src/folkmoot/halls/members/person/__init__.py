"""People: a person is not an account."""
