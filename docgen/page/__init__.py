"""The pages of a plan as plain values, for whoever draws them: the view in the template's looks."""
