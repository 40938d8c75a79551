package io.artrec.examples.gallery.words;

/** What the gallery can say; each language has words for all of it. */
public enum Text {
  /** artrec gallery. */
  GALLERY,
  /** To the works. */
  SKIP,
  /** Rooms of the gallery. */
  NAVIGATION,
  /** English. */
  LANGUAGE,
  /** Dark or light. */
  LIGHT,
  /** For you. */
  NAV_WALL,
  /** Eight pairs. */
  NAV_MEET,
  /** A wish. */
  NAV_WISH,
  /** Colors. */
  NAV_COLOR,
  /** A room. */
  NAV_ROOM,
  /** Moods. */
  NAV_MOOD,
  /** The curator. */
  NAV_TALK,
  /** You. */
  NAV_YOU,
  /** Add a work. */
  NAV_ADD,
  /** What this is. */
  NAV_ABOUT,
  /** For the operator. */
  NAV_OPERATOR,
  /** Recommended in this process, by artrec. Nothing leaves this machine. */
  FOOT,
  /** A wall for you. */
  WALL_TITLE,
  /**
   * Nobody knows you here yet, so these are works that many looked at. Like one, and the wall
   * changes.
   */
  WALL_STRANGER,
  /** Hung by the %s things you did here. */
  WALL_KNOWN,
  /** Nothing is left to recommend. Take a dislike back, or let all works in. */
  WALL_EMPTY,
  /** More works. */
  MORE,
  /** Also works without a picture. */
  ALL_WORKS,
  /** Only works with a picture. */
  ONLY_PICTURES,
  /** New on the wall. */
  NEW,
  /** Like. */
  LIKE,
  /** Like “%s”. */
  LIKE_WORK,
  /** Not for me. */
  DISLIKE,
  /** “%s” is not for me. */
  DISLIKE_WORK,
  /** Not this artist. */
  NOT_THIS_ARTIST,
  /** Not this artist: %s. */
  NOT_THIS_ARTIST_NAMED,
  /** You like “%s”. */
  DID_LIKE,
  /** “%s” is gone, and what is like it steps back. */
  DID_DISLIKE,
  /** No more works by %s. */
  DID_BLOCK,
  /** Taken back. */
  DID_UNDO,
  /** Thank you. The wall follows your %s answers. */
  DID_MEET,
  /** “%s” hangs in the gallery now. */
  DID_ADD,
  /** Forgotten: %s. You are a stranger here again. */
  DID_FORGET,
  /** No longer held: %s. */
  DID_DROP,
  /** Learning from what visitors did, in the background. */
  DID_LEARN,
  /** New on the wall for it: %s. */
  NEW_WORKS,
  /** Take it back. */
  UNDO,
  /** Medium. */
  MEDIUM,
  /** Height × width. */
  SIZE,
  /** Movement. */
  MOVEMENT,
  /** Shows. */
  SUBJECTS,
  /** Where it is. */
  WHERE,
  /** Origin. */
  ORIGIN,
  /** Why this? */
  WHY,
  /** Why is it not on my wall? */
  WHY_NOT,
  /** In my room, to scale. */
  ON_MY_WALL,
  /** What the picture shows. */
  SEEN_IN_IT,
  /** Of all moods it is nearest to: %s. */
  FEELS,
  /** Ask about it. */
  ASK_TITLE,
  /** A question, such as “Who painted it?”. */
  ASK_LABEL,
  /** Ask. */
  ASK,
  /** More like this. */
  MORE_LIKE_THIS,
  /** by palette. */
  BY_PALETTE,
  /** by composition. */
  BY_COMPOSITION,
  /** by subject. */
  BY_SUBJECT,
  /** by artist. */
  BY_ARTIST,
  /** by mood. */
  BY_MOOD,
  /** No work is like it in this. */
  NOTHING_ALIKE,
  /** This cannot be shown. */
  ERROR_TITLE,
  /**
   * This page was open for too long, or the change came from elsewhere. Load it anew and try again.
   */
  ERROR_TOKEN,
  /** Nothing hangs at this place. */
  ERROR_NOT_FOUND,
  /** That is too large. */
  ERROR_TOO_LARGE,
  /** Too much at once. Wait a moment. */
  ERROR_TOO_MANY,
  /** The gallery does not understand this. */
  ERROR_REQUEST,
  /** Something went wrong on our side. */
  ERROR_SERVER,
  /** The log has it under the number %s. */
  ERROR_INCIDENT,
  /** To the wall. */
  BACK_TO_WALL
}
