"""What was found and what was built, in words: for people, programs and the signer."""
