"""The grammar of minutes: blocks of a document in, a meeting record out."""
