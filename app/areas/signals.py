"""News about areas. Sent with the area; connected on the wiring page."""

from blinker import signal

# keywords: by (who did it; None for the portal itself), action, new (in a few words)
changed = signal("areas.changed")
