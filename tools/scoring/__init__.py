"""What the accuracy script is made of: labelled cases, likeness of wordings, a scorer for each field."""
