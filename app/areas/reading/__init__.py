"""Read files of the CBS and PDOK into plain values, or say of every mistake where it is."""
