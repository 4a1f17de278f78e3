"""Long runs that try to lose something: what the tests do for seconds, done for hours (``make soak``)."""
