"""The list as it is read: on the terminal, in a browser, in Excel, in Word."""
