package io.artrec.examples.gallery.page;

import java.util.Optional;

/**
 * Something a visitor just did.
 *
 * @param kind what
 * @param what the title, name or number it was done to
 * @param undo by which event or name it can be taken back
 */
record Deed(Kind kind, String what, Optional<String> undo) {
  /** What visitors do. */
  enum Kind {
    LIKED,
    DISLIKED,
    BLOCKED,
    UNDONE,
    MET,
    ADDED,
    FORGOTTEN,
    DROPPED,
    LEARNING,
    BACK,
    FOLLOWED,
    BACKUP
  }
}
