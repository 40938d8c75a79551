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
  /** The map. */
  NAV_MAP,
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
  /** Hung by what you said here, %s so far. */
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
  /** Forgotten by: %s. You are a stranger here again. */
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
  BACK_TO_WALL,
  /** Why “%s”? */
  WHY_TITLE,
  /** Its score for you is %s. These amounts add up to it. */
  WHY_SCORE,
  /** What speaks for it and against it. */
  WHY_CAUSES,
  /** In which respect it is like works you know. */
  WHY_FACETS,
  /** By which method. */
  WHY_STRATEGIES,
  /** You liked “%s”. */
  CAUSE_LIKED,
  /** You did not like “%s”. */
  CAUSE_DISLIKED,
  /** You know “%s”. */
  CAUSE_KNOWN,
  /** Looked at by many. */
  CAUSE_POPULAR,
  /** You follow %s. */
  CAUSE_FOLLOWED,
  /** Your interest in %s. */
  CAUSE_INTEREST,
  /** Shown to you %s times already. */
  CAUSE_SHOWN,
  /** You asked for “%s”. */
  CAUSE_WISH,
  /** Why is “%s” not on my wall? */
  WHY_NOT_TITLE,
  /** What would bring it there. */
  WOULD_BRING,
  /** It is there, at place %s. */
  NOT_THERE,
  /** Its score would do, but others were preferred for variety. */
  NOT_REORDERED,
  /** By its score it is number %s, and %s works hang there. */
  NOT_RANK,
  /** Nothing that is known speaks for it or against it. */
  NOT_KNOWN,
  /** It was shown to you %s times, and you did nothing with it. */
  NOT_SHOWN,
  /** You dislike something of it: %s. */
  NOT_DISLIKED,
  /** It has been withdrawn. */
  NOT_WITHDRAWN,
  /** You have already said what you think of it. */
  NOT_SEEN,
  /** It was excluded. */
  NOT_EXCLUDED,
  /** You asked not to see it: %s. */
  NOT_BLOCKED,
  /** It has no picture, and this wall is for pictures. */
  NOT_FILTER,
  /** Liking “%s”. */
  CHANGE_LIKE,
  /** Looking at %s alone. */
  CHANGE_FACET,
  /** Hanging %s works. */
  CHANGE_MORE,
  /** To the work. */
  BACK_TO_WORK,
  /** palette. */
  FACET_PALETTE,
  /** composition. */
  FACET_COMPOSITION,
  /** subject. */
  FACET_SUBJECT,
  /** artist. */
  FACET_ARTIST,
  /** mood. */
  FACET_MOOD,
  /** movement. */
  FACET_MOVEMENT,
  /** genre. */
  FACET_GENRE,
  /** period. */
  FACET_PERIOD,
  /** description. */
  FACET_TEXT,
  /** Search. */
  SEARCH,
  /** A wish in your words. */
  WISH_TITLE,
  /**
   * What it shows, how it feels, from when, how large, what it must not have. In English or
   * Chinese.
   */
  WISH_LEAD,
  /** I would like to see. */
  WISH_LABEL,
  /** a quiet sea, no people. */
  WISH_EXAMPLE,
  /** Understood: %s. */
  UNDERSTOOD,
  /** Nothing here fits. */
  NOTHING_FITS,
  /** By their colors. */
  COLOR_TITLE,
  /** Choose up to three colors and how much of the picture each should fill. */
  COLOR_LEAD,
  /** Color %s. */
  COLOR_NUMBER,
  /** Which. */
  COLOR_LABEL,
  /** How much. */
  COLOR_SHARE,
  /** Has %s. %s % of its palette lies on your colors. */
  COLOR_REASON,
  /** No work has these colors in about these shares. */
  COLOR_NOTHING,
  /** For this room. */
  ROOM_TITLE,
  /**
   * Works that fit the wall by their true size, take up a color of the room, and stand out from the
   * wall. Drawn to scale beside a bench of 120 × 45 cm.
   */
  ROOM_LEAD,
  /** The wall. */
  ROOM_WALL,
  /** Another color of the room. */
  ROOM_ACCENT,
  /** Width of the wall in cm. */
  ROOM_WIDTH,
  /** Draw it. */
  ROOM_DRAW,
  /** No work takes up a color of this room and has a known size that fits its wall. */
  ROOM_NOTHING,
  /** %s % of it lies near a color of the room. */
  ROOM_REASON,
  /** “%s” on the wall, to scale. */
  ROOM_ALT,
  /** The collection as a map. */
  MAP_TITLE,
  /**
   * Works that are alike lie near each other. How far apart distant works lie, and how large a
   * group looks, means little.
   */
  MAP_LEAD,
  /** Alike by. */
  MAP_BY,
  /** %s works on a plane, by %s. */
  MAP_ALT,
  /** %s works. */
  MAP_WORKS,
  /** Among others. */
  MAP_UNNAMED,
  /** All of them. */
  MAP_ALL,
  /** Back to the whole map. */
  MAP_WHOLE,
  /** There is nothing to draw yet. */
  MAP_NOTHING,
  /** Works for a mood. */
  MOOD_TITLE,
  /**
   * How works feel is read from their colors, composition, subjects and words. It is an estimate,
   * and no treatment.
   */
  MOOD_LEAD,
  /** Set a mood. */
  MOOD_MATCH,
  /** From sad to joyful. */
  MOOD_PLEASANT,
  /** From still to stirring. */
  MOOD_STIRRING,
  /** The word nearest to it is “%s”. */
  MOOD_NEAR,
  /** No recommended work feels like this. */
  MOOD_NOTHING,
  /** From one mood to another. */
  PATH_TITLE,
  /** Five works, beginning where you are. */
  PATH_LEAD,
  /** From. */
  PATH_FROM,
  /** To. */
  PATH_TO,
  /** Lead me. */
  PATH_GO,
  /** Talk with the curator. */
  TALK_TITLE,
  /**
   * Say what you would like to see, then correct it: “less blue”, “older”, “more like the second”.
   */
  TALK_LEAD,
  /** You say. */
  TALK_LABEL,
  /** Say it. */
  TALK_SAY,
  /** Start over. */
  TALK_AGAIN,
  /** The language model gave no answer; this is without it. */
  TALK_NO_MODEL,
  /** Which do you like better? */
  MEET_TITLE,
  /**
   * Eight pairs of pictures, and the gallery has an idea of you. Nothing is kept before you say so.
   */
  MEET_LEAD,
  /** Pair %s of %s. */
  MEET_COUNT,
  /** Both. */
  MEET_BOTH,
  /** Neither. */
  MEET_NEITHER,
  /** Skip. */
  MEET_SKIP,
  /** What the pairs told. */
  MET_TITLE,
  /**
   * Of two works, the gallery can tell which one you like better in %s of cases. Without a pair it
   * would be 50 %.
   */
  MET_LEAD,
  /** The answers point to nothing in particular yet. */
  MET_NOTHING,
  /** What you lean to, and away from, with how sure that is. */
  MET_LEANINGS,
  /** Keep it, and hang my wall by it. */
  MET_KEEP,
  /** Begin again. */
  MET_AGAIN,
  /** What do you know about me? */
  YOU_TITLE,
  /**
   * All of it is on this page. You are a number in a cookie; looking at a work is not recorded,
   * what was shown to you and what you say is.
   */
  YOU_LEAD,
  /** Take it along (JSON). */
  YOU_EXPORT,
  /** Forget me. */
  YOU_FORGET,
  /** What you chose. */
  YOU_CHOICES,
  /** What you seem interested in. */
  YOU_INTERESTS,
  /** What you did and were shown (%s). */
  YOU_HISTORY,
  /** Nothing is held. */
  YOU_NOTHING,
  /** Never: %s. */
  YOU_BLOCKED,
  /** Followed: %s. */
  YOU_FOLLOWED,
  /** Give back. */
  YOU_RELEASE,
  /** What. */
  YOU_WHAT,
  /** Work. */
  YOU_WORK,
  /** When. */
  YOU_WHEN,
  /** liked. */
  KIND_LIKED,
  /** not liked. */
  KIND_DISLIKED,
  /** shown. */
  KIND_SHOWN,
  /** passed over. */
  KIND_PASSED,
  /** Add a work. */
  ADD_TITLE,
  /**
   * Drop a picture here, and it may hang on anybody's wall a second later. Its colors and
   * composition are measured; the rest you know best.
   */
  ADD_LEAD,
  /** Picture: JPEG, PNG, WebP, GIF or TIFF, up to 12 MB. */
  ADD_PICTURE,
  /** Title. */
  ADD_NAME,
  /** Artist. */
  ADD_ARTIST,
  /** Year. */
  ADD_YEAR,
  /** What it shows, separated by commas. */
  ADD_SUBJECTS,
  /** Height in cm. */
  ADD_HEIGHT,
  /** Width in cm. */
  ADD_WIDTH,
  /** Hang it. */
  ADD_GO,
  /** The walls are full; no more works are taken in. */
  ADD_FULL,
  /** A picture and a title are needed. */
  ADD_MISSING,
  /** This file is no picture that can be read here. */
  ADD_REFUSED,
  /** The gallery's day. */
  OPERATOR_TITLE,
  /** For whoever looks after it, on this machine only. Counts are since the gallery was opened. */
  OPERATOR_LEAD,
  /** Works hanging. */
  OPERATOR_WORKS,
  /** Events learned from. */
  OPERATOR_EVENTS,
  /** Events since opening. */
  OPERATOR_CHANGES,
  /** Visitors of late. */
  OPERATOR_GUESTS,
  /** Answers. */
  OPERATOR_ANSWERS,
  /** Places only filled. */
  OPERATOR_FALLBACK,
  /** Works shown of all. */
  OPERATOR_COVERAGE,
  /** slowest. */
  OPERATOR_SLOWEST,
  /** How long the last %s answers took. */
  OPERATOR_LATENCY,
  /** By which methods works were chosen. */
  OPERATOR_STRATEGIES,
  /** Works whose record lacks something. */
  OPERATOR_GAPS,
  /** Pictures of which colors tell nothing. */
  OPERATOR_PICTURES,
  /** Wishes that found nothing. */
  OPERATOR_WISHES,
  /** Artists never shown. */
  OPERATOR_ARTISTS,
  /** None. */
  OPERATOR_NONE,
  /** Learn now. */
  OPERATOR_LEARN,
  /** picture. */
  GAP_PICTURE,
  /** artist. */
  GAP_ARTIST,
  /** year. */
  GAP_YEAR,
  /** size. */
  GAP_SIZE,
  /** subjects. */
  GAP_SUBJECTS,
  /** description. */
  GAP_DESCRIPTION,
  /** What this is. */
  ABOUT_TITLE,
  /**
   * A gallery that recommends artworks and says why, written as an application of artrec, a Java
   * library.
   */
  ABOUT_LEAD,
  /**
   * The pictures are painted by a program, by artists who never lived; every record says so. The
   * works without a picture are records of real ones. Started with a folder of your own, it shows
   * yours.
   */
  ABOUT_WORKS,
  /**
   * Every reason is true of the works it names, and the amounts behind it add up to the score.
   * Where nothing is known of you, it says that, too.
   */
  ABOUT_REASONS,
  /**
   * What you say counts at once and survives a restart. Forgetting takes it out of memory, log and
   * model file, and what was learned from it.
   */
  ABOUT_MEMORY,
  /**
   * Everything runs on this machine. No page loads anything from elsewhere, and nothing about you
   * leaves it.
   */
  ABOUT_SAFE,
  /** A map of the whole collection will hang here. */
  ABOUT_MAP,
  /** Where every score begins. */
  CAUSE_OFFSET,
  /** By what works are like. */
  METHOD_CONTENT,
  /** By what visitors like together. */
  METHOD_EASE,
  /** By what many look at. */
  METHOD_POPULARITY,
  /** By the words of a wish. */
  METHOD_WORDS,
  /** By what was shown already. */
  METHOD_SHOWN,
  /** It does not fit on this wall, or its size is not known. */
  ROOM_TOO_LARGE,
  /** memory. */
  PLACE_MEMORY,
  /** what was learned. */
  PLACE_TRAINING,
  /** the model file. */
  PLACE_MODEL,
  /** the log. */
  PLACE_LOG,
  /** the gallery. */
  PLACE_GALLERY,
  /** %s (in a moment). */
  PLACE_SOON,
  /** All of it in words. */
  YOU_WORDS,
  /** What answered before the last learning answers again. */
  DID_GO_BACK,
  /** Learning. */
  LEARNING,
  /** Learned last (UTC). */
  LEARNED_AT,
  /** Events since. */
  LEARNED_SINCE,
  /** Failures in a row. */
  LEARNING_FAILURES,
  /** Place of what pleased, of 1. */
  LEARNING_ACCURACY,
  /** Go back behind it. */
  OPERATOR_PREVIOUS,
  /** “%s”. */
  TITLE,
  /** New on the wall for it: %s and %s more. */
  NEW_WORKS_AND_MORE,
  /** All is well. */
  HEALTH_UP,
  /** Something needs looking after. */
  HEALTH_DEGRADED,
  /** Answers given again. */
  OPERATOR_CACHE,
  /** Which mixture hangs the walls. */
  BLEND_TITLE,
  /**
   * Half of the visitors get walls of one of three mixtures. For each kind of visitor it is learned
   * which of them leads to likes within %s minutes; %s % of the draws go on exploring. Drawn from
   * what is kept, so restarts do not matter.
   */
  BLEND_LEAD,
  /** No wall of the learned mixtures has hung for long enough yet. */
  BLEND_NOTHING,
  /** Probability of each mixture over time: %s. */
  BLEND_PLOT,
  /** Now. */
  BLEND_NOW,
  /** Walls. */
  BLEND_ANSWERS,
  /** Likes a wall. */
  BLEND_REWARD,
  /** Visitors who did nothing yet. */
  SEGMENT_NEW,
  /** Visitors who did a little. */
  SEGMENT_SOME,
  /** Visitors who did much. */
  SEGMENT_MANY,
  /** Mostly likeness. */
  ARM_CONTENT,
  /** Mostly shared likes. */
  ARM_VISITORS,
  /** Half renown. */
  ARM_KNOWN,
  /** Experiment: learned mixtures against the fixed one. */
  TRIAL_TITLE,
  /**
   * Counted is who likes something within %s minutes of their first wall. Look as often as you
   * like: the interval holds at all looks at once, for %s % of experiments.
   */
  TRIAL_LEAD,
  /** Go on. */
  TRIAL_GO_ON,
  /** Go on: too few visitors are done to say anything. */
  TRIAL_FEW,
  /** Stop: the learned mixtures do better. */
  TRIAL_BETTER,
  /** Stop: the learned mixtures do worse. */
  TRIAL_WORSE,
  /** Stop: there is no difference worth having. */
  TRIAL_SAME,
  /** Stop and look for a fault: visitors are not divided as planned. */
  TRIAL_FAULT,
  /** The share of visitors who like something differs by %s points, with the interval %s. */
  TRIAL_DIFFERENCE,
  /** As visitors come now, days to go: about %s. */
  TRIAL_LEFT,
  /** Walls. */
  TRIAL_VARIANT,
  /** Visitors. */
  TRIAL_MET,
  /** Counted. */
  TRIAL_DONE,
  /** Liked something. */
  TRIAL_LIKED,
  /** fixed mixture. */
  TRIAL_FIXED,
  /** learned mixtures. */
  TRIAL_LEARNED,
  /** The report, in English. */
  TRIAL_REPORT,
  /** Kept safe. */
  SAFE_TITLE,
  /**
   * Log and model lie on the disk as they are. Started with --encrypt and a file for the key, the
   * gallery encrypts them.
   */
  SAFE_PLAIN,
  /**
   * Log and model are encrypted on the disk, with a key that lies elsewhere. Backups that were made
   * before the key came stay readable by anybody who gets at them: delete them in time.
   */
  SAFE_ENCRYPTED,
  /**
   * To go back to a backup, start the gallery with --restore and its name. Who was forgotten since
   * stays forgotten, as long as the log is there. A backup itself still holds them, so do not keep
   * it for long.
   */
  SAFE_RESTORE,
  /** Make a backup. */
  SAFE_NOW,
  /** Backups. */
  SAFE_BACKUPS,
  /** The backup %s is made. */
  DID_BACKUP,
  /** Follow this artist. */
  FOLLOW,
  /** Follow no longer. */
  UNFOLLOW,
  /** You follow %s. Their works come forward on your wall. */
  DID_FOLLOW,
  /** Works here: %s. */
  ARTIST_WORKS,
  /** All works by %s. */
  BY_THE_ARTIST
}
