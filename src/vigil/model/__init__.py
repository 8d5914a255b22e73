"""What Vigil talks about: frozen values, closed vocabularies and errors. This room imports no other."""
