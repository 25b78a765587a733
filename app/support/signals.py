"""What support announces: a request came in, it was answered, somebody looks at it.

``submitted`` and ``decided`` are sent with the ``SupportRequest`` and ``by``; ``decided`` also with
``outcome``, the state it led to: granted, partly granted, refused, or withdrawn by its own team.
``showing`` is sent with the request and ``actor``; a receiver returns a ``Panel`` or ``None``.
"""

from blinker import Namespace

_room = Namespace()

submitted = _room.signal("submitted")
decided = _room.signal("decided")
showing = _room.signal("showing")
