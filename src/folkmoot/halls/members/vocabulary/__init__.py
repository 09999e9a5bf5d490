"""Published, versioned lists: areas, kinds of actor, themes; adopting one is an act."""
