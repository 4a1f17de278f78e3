"""Makes the sample archive: the documents, and the labels that say what is in them, from one source."""
