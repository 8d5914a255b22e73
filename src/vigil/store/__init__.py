"""The case file: where everything of an investigation is kept, encrypted unless the user says otherwise."""
