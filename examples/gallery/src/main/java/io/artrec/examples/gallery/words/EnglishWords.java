package io.artrec.examples.gallery.words;

import java.util.List;
import java.util.Locale;

/** English. */
final class EnglishWords extends Words {
  @Override
  public Locale locale() {
    return Locale.ENGLISH;
  }

  @Override
  public Words other() {
    return Languages.of("zh").orElseThrow();
  }

  @Override
  public String gap() {
    return " ";
  }

  @Override
  public String list(List<String> parts) {
    return String.join(", ", parts);
  }

  @Override
  String pattern(Text text) {
    return switch (text) {
      case GALLERY -> "artrec gallery";
      case SKIP -> "To the works";
      case NAVIGATION -> "Rooms of the gallery";
      case LANGUAGE -> "English";
      case LIGHT -> "Dark or light";
      case NAV_WALL -> "For you";
      case NAV_MEET -> "Eight pairs";
      case NAV_WISH -> "A wish";
      case NAV_COLOR -> "Colors";
      case NAV_ROOM -> "A room";
      case NAV_MOOD -> "Moods";
      case NAV_MAP -> "The map";
      case NAV_TALK -> "The curator";
      case NAV_YOU -> "You";
      case NAV_ADD -> "Add a work";
      case NAV_ABOUT -> "What this is";
      case NAV_OPERATOR -> "For the operator";
      case FOOT -> "Recommended in this process, by artrec. Nothing leaves this machine.";
      case WALL_TITLE -> "A wall for you";
      case WALL_STRANGER ->
          "Nobody knows you here yet, so these are works that many looked at. Like one, and the wall changes.";
      case WALL_KNOWN -> "Hung by what you said here, %s so far.";
      case WALL_EMPTY -> "Nothing is left to recommend. Take a dislike back, or let all works in.";
      case MORE -> "More works";
      case ALL_WORKS -> "Also works without a picture";
      case ONLY_PICTURES -> "Only works with a picture";
      case NEW -> "New on the wall";
      case LIKE -> "Like";
      case LIKE_WORK -> "Like “%s”";
      case DISLIKE -> "Not for me";
      case DISLIKE_WORK -> "“%s” is not for me";
      case NOT_THIS_ARTIST -> "Not this artist";
      case NOT_THIS_ARTIST_NAMED -> "Not this artist: %s";
      case DID_LIKE -> "You like “%s”.";
      case DID_DISLIKE -> "“%s” is gone, and what is like it steps back.";
      case DID_BLOCK -> "No more works by %s.";
      case DID_UNDO -> "Taken back.";
      case DID_MEET -> "Thank you. The wall follows your %s answers.";
      case DID_ADD -> "“%s” hangs in the gallery now.";
      case DID_FORGET -> "Forgotten by: %s. You are a stranger here again.";
      case DID_DROP -> "No longer held: %s.";
      case DID_LEARN -> "Learning from what visitors did, in the background.";
      case NEW_WORKS -> "New on the wall for it: %s.";
      case UNDO -> "Take it back";
      case MEDIUM -> "Medium";
      case SIZE -> "Height × width";
      case MOVEMENT -> "Movement";
      case SUBJECTS -> "Shows";
      case WHERE -> "Where it is";
      case ORIGIN -> "Origin";
      case WHY -> "Why this?";
      case WHY_NOT -> "Why is it not on my wall?";
      case ON_MY_WALL -> "In my room, to scale";
      case SEEN_IN_IT -> "What the picture shows";
      case FEELS -> "Of all moods it is nearest to: %s.";
      case ASK_TITLE -> "Ask about it";
      case ASK_LABEL -> "A question, such as “Who painted it?”";
      case ASK -> "Ask";
      case MORE_LIKE_THIS -> "More like this";
      case BY_PALETTE -> "by palette";
      case BY_COMPOSITION -> "by composition";
      case BY_SUBJECT -> "by subject";
      case BY_ARTIST -> "by artist";
      case BY_MOOD -> "by mood";
      case NOTHING_ALIKE -> "No work is like it in this.";
      case ERROR_TITLE -> "This cannot be shown";
      case ERROR_TOKEN ->
          "This page was open for too long, or the change came from elsewhere. Load it anew and try again.";
      case ERROR_NOT_FOUND -> "Nothing hangs at this place.";
      case ERROR_TOO_LARGE -> "That is too large.";
      case ERROR_TOO_MANY -> "Too much at once. Wait a moment.";
      case ERROR_REQUEST -> "The gallery does not understand this.";
      case ERROR_SERVER -> "Something went wrong on our side.";
      case ERROR_INCIDENT -> "The log has it under the number %s.";
      case BACK_TO_WALL -> "To the wall";
      case WHY_TITLE -> "Why “%s”?";
      case WHY_SCORE -> "Its score for you is %s. These amounts add up to it.";
      case WHY_CAUSES -> "What speaks for it and against it";
      case WHY_FACETS -> "In which respect it is like works you know";
      case WHY_STRATEGIES -> "By which method";
      case CAUSE_LIKED -> "You liked “%s”";
      case CAUSE_DISLIKED -> "You did not like “%s”";
      case CAUSE_KNOWN -> "You know “%s”";
      case CAUSE_POPULAR -> "Looked at by many";
      case CAUSE_FOLLOWED -> "You follow %s";
      case CAUSE_INTEREST -> "Your interest in %s";
      case CAUSE_SHOWN -> "Shown to you %s times already";
      case CAUSE_WISH -> "You asked for “%s”";
      case WHY_NOT_TITLE -> "Why is “%s” not on my wall?";
      case WOULD_BRING -> "What would bring it there";
      case NOT_THERE -> "It is there, at place %s.";
      case NOT_REORDERED -> "Its score would do, but others were preferred for variety.";
      case NOT_RANK -> "By its score it is number %s, and %s works hang there.";
      case NOT_KNOWN -> "Nothing that is known speaks for it or against it.";
      case NOT_SHOWN -> "It was shown to you %s times, and you did nothing with it.";
      case NOT_DISLIKED -> "You dislike something of it: %s.";
      case NOT_WITHDRAWN -> "It has been withdrawn.";
      case NOT_SEEN -> "You have already said what you think of it.";
      case NOT_EXCLUDED -> "It was excluded.";
      case NOT_BLOCKED -> "You asked not to see it: %s.";
      case NOT_FILTER -> "It has no picture, and this wall is for pictures.";
      case CHANGE_LIKE -> "Liking “%s”.";
      case CHANGE_FACET -> "Looking at %s alone.";
      case CHANGE_MORE -> "Hanging %s works.";
      case BACK_TO_WORK -> "To the work";
      case FACET_PALETTE -> "palette";
      case FACET_COMPOSITION -> "composition";
      case FACET_SUBJECT -> "subject";
      case FACET_ARTIST -> "artist";
      case FACET_MOOD -> "mood";
      case FACET_MOVEMENT -> "movement";
      case FACET_GENRE -> "genre";
      case FACET_PERIOD -> "period";
      case FACET_TEXT -> "description";
      case SEARCH -> "Search";
      case WISH_TITLE -> "A wish in your words";
      case WISH_LEAD ->
          "What it shows, how it feels, from when, how large, what it must not have. In English or Chinese.";
      case WISH_LABEL -> "I would like to see";
      case WISH_EXAMPLE -> "a quiet sea, no people";
      case UNDERSTOOD -> "Understood: %s.";
      case NOTHING_FITS -> "Nothing here fits.";
      case COLOR_TITLE -> "By their colors";
      case COLOR_LEAD -> "Choose up to three colors and how much of the picture each should fill.";
      case COLOR_NUMBER -> "Color %s";
      case COLOR_LABEL -> "Which";
      case COLOR_SHARE -> "How much";
      case COLOR_REASON -> "Has %s. %s %% of its palette lies on your colors.";
      case COLOR_NOTHING -> "No work has these colors in about these shares.";
      case ROOM_TITLE -> "For this room";
      case ROOM_LEAD ->
          "Works that fit the wall by their true size, take up a color of the room, and stand out from the wall. Drawn to scale beside a bench of 120 × 45 cm.";
      case ROOM_WALL -> "The wall";
      case ROOM_ACCENT -> "Another color of the room";
      case ROOM_WIDTH -> "Width of the wall in cm";
      case ROOM_DRAW -> "Draw it";
      case ROOM_NOTHING ->
          "No work takes up a color of this room and has a known size that fits its wall.";
      case ROOM_REASON -> "%s %% of it lies near a color of the room.";
      case ROOM_ALT -> "“%s” on the wall, to scale";
      case MAP_TITLE -> "The collection as a map";
      case MAP_LEAD ->
          "Works that are alike lie near each other. How far apart distant works lie, and how large a group looks, means little.";
      case MAP_BY -> "Alike by";
      case MAP_ALT -> "%s works on a plane, by %s";
      case MAP_WORKS -> "%s works";
      case MAP_UNNAMED -> "Among others";
      case MAP_ALL -> "All of them";
      case MAP_WHOLE -> "Back to the whole map";
      case MAP_NOTHING -> "There is nothing to draw yet.";
      case MOOD_TITLE -> "Works for a mood";
      case MOOD_LEAD ->
          "How works feel is read from their colors, composition, subjects and words. It is an estimate, and no treatment.";
      case MOOD_MATCH -> "Set a mood";
      case MOOD_PLEASANT -> "From sad to joyful";
      case MOOD_STIRRING -> "From still to stirring";
      case MOOD_NEAR -> "The word nearest to it is “%s”.";
      case MOOD_NOTHING -> "No recommended work feels like this.";
      case PATH_TITLE -> "From one mood to another";
      case PATH_LEAD -> "Five works, beginning where you are.";
      case PATH_FROM -> "From";
      case PATH_TO -> "To";
      case PATH_GO -> "Lead me";
      case TALK_TITLE -> "Talk with the curator";
      case TALK_LEAD ->
          "Say what you would like to see, then correct it: “less blue”, “older”, “more like the second”.";
      case TALK_LABEL -> "You say";
      case TALK_SAY -> "Say it";
      case TALK_AGAIN -> "Start over";
      case TALK_NO_MODEL -> "The language model gave no answer; this is without it.";
      case MEET_TITLE -> "Which do you like better?";
      case MEET_LEAD ->
          "Eight pairs of pictures, and the gallery has an idea of you. Nothing is kept before you say so.";
      case MEET_COUNT -> "Pair %s of %s";
      case MEET_BOTH -> "Both";
      case MEET_NEITHER -> "Neither";
      case MEET_SKIP -> "Skip";
      case MET_TITLE -> "What the pairs told";
      case MET_LEAD ->
          "Of two works, the gallery can tell which one you like better in %s of cases. Without a pair it would be 50 %%.";
      case MET_NOTHING -> "The answers point to nothing in particular yet.";
      case MET_LEANINGS -> "What you lean to, and away from, with how sure that is";
      case MET_KEEP -> "Keep it, and hang my wall by it";
      case MET_AGAIN -> "Begin again";
      case YOU_TITLE -> "What do you know about me?";
      case YOU_LEAD ->
          "All of it is on this page. You are a number in a cookie; looking at a work is not recorded, what was shown to you and what you say is.";
      case YOU_EXPORT -> "Take it along (JSON)";
      case YOU_FORGET -> "Forget me";
      case YOU_CHOICES -> "What you chose";
      case YOU_INTERESTS -> "What you seem interested in";
      case YOU_HISTORY -> "What you did and were shown (%s)";
      case YOU_NOTHING -> "Nothing is held.";
      case YOU_BLOCKED -> "Never: %s";
      case YOU_FOLLOWED -> "Followed: %s";
      case YOU_RELEASE -> "Give back";
      case YOU_WHAT -> "What";
      case YOU_WORK -> "Work";
      case YOU_WHEN -> "When";
      case KIND_LIKED -> "liked";
      case KIND_DISLIKED -> "not liked";
      case KIND_SHOWN -> "shown";
      case KIND_PASSED -> "passed over";
      case ADD_TITLE -> "Add a work";
      case ADD_LEAD ->
          "Drop a picture here, and it may hang on anybody's wall a second later. Its colors and composition are measured; the rest you know best.";
      case ADD_PICTURE -> "Picture: JPEG, PNG, WebP, GIF or TIFF, up to 12 MB";
      case ADD_NAME -> "Title";
      case ADD_ARTIST -> "Artist";
      case ADD_YEAR -> "Year";
      case ADD_SUBJECTS -> "What it shows, separated by commas";
      case ADD_HEIGHT -> "Height in cm";
      case ADD_WIDTH -> "Width in cm";
      case ADD_GO -> "Hang it";
      case ADD_FULL -> "The walls are full; no more works are taken in.";
      case ADD_MISSING -> "A picture and a title are needed.";
      case ADD_REFUSED -> "This file is no picture that can be read here.";
      case OPERATOR_TITLE -> "The gallery's day";
      case OPERATOR_LEAD ->
          "For whoever looks after it, on this machine only. Counts are since the gallery was opened.";
      case OPERATOR_WORKS -> "Works hanging";
      case OPERATOR_EVENTS -> "Events learned from";
      case OPERATOR_CHANGES -> "Events since opening";
      case OPERATOR_GUESTS -> "Visitors of late";
      case OPERATOR_ANSWERS -> "Answers";
      case OPERATOR_FALLBACK -> "Places only filled";
      case OPERATOR_COVERAGE -> "Works shown of all";
      case OPERATOR_SLOWEST -> "slowest";
      case OPERATOR_LATENCY -> "How long the last %s answers took";
      case OPERATOR_STRATEGIES -> "By which methods works were chosen";
      case OPERATOR_GAPS -> "Works whose record lacks something";
      case OPERATOR_PICTURES -> "Pictures of which colors tell nothing";
      case OPERATOR_WISHES -> "Wishes that found nothing";
      case OPERATOR_ARTISTS -> "Artists never shown";
      case OPERATOR_NONE -> "None.";
      case OPERATOR_LEARN -> "Learn now";
      case GAP_PICTURE -> "picture";
      case GAP_ARTIST -> "artist";
      case GAP_YEAR -> "year";
      case GAP_SIZE -> "size";
      case GAP_SUBJECTS -> "subjects";
      case GAP_DESCRIPTION -> "description";
      case ABOUT_TITLE -> "What this is";
      case ABOUT_LEAD ->
          "A gallery that recommends artworks and says why, written as an application of artrec, a Java library.";
      case ABOUT_WORKS ->
          "The pictures are painted by a program, by artists who never lived; every record says so. The works without a picture are records of real ones. Started with a folder of your own, it shows yours.";
      case ABOUT_REASONS ->
          "Every reason is true of the works it names, and the amounts behind it add up to the score. Where nothing is known of you, it says that, too.";
      case ABOUT_MEMORY ->
          "What you say counts at once and survives a restart. Forgetting takes it out of memory, log and model file, and what was learned from it.";
      case ABOUT_SAFE ->
          "Everything runs on this machine. No page loads anything from elsewhere, and nothing about you leaves it.";
      case ABOUT_MAP -> "A map of the whole collection will hang here.";
      case CAUSE_OFFSET -> "Where every score begins";
      case METHOD_CONTENT -> "By what works are like";
      case METHOD_EASE -> "By what visitors like together";
      case METHOD_POPULARITY -> "By what many look at";
      case METHOD_WORDS -> "By the words of a wish";
      case METHOD_SHOWN -> "By what was shown already";
      case ROOM_TOO_LARGE -> "It does not fit on this wall, or its size is not known.";
      case PLACE_MEMORY -> "memory";
      case PLACE_TRAINING -> "what was learned";
      case PLACE_MODEL -> "the model file";
      case PLACE_LOG -> "the log";
      case PLACE_GALLERY -> "the gallery";
      case PLACE_SOON -> "%s (in a moment)";
      case YOU_WORDS -> "All of it in words";
      case DID_GO_BACK -> "What answered before the last learning answers again.";
      case LEARNING -> "Learning";
      case LEARNED_AT -> "Learned last (UTC)";
      case LEARNED_SINCE -> "Events since";
      case LEARNING_FAILURES -> "Failures in a row";
      case LEARNING_ACCURACY -> "Place of what pleased, of 1";
      case OPERATOR_PREVIOUS -> "Go back behind it";
      case TITLE -> "“%s”";
      case NEW_WORKS_AND_MORE -> "New on the wall for it: %s and %s more.";
      case HEALTH_UP -> "All is well";
      case HEALTH_DEGRADED -> "Something needs looking after";
      case OPERATOR_CACHE -> "Answers given again";
      case BLEND_TITLE -> "Which mixture hangs the walls";
      case BLEND_LEAD ->
          "Half of the visitors get walls of one of three mixtures. For each kind of visitor it is learned which of them leads to likes within %s minutes; %s %% of the draws go on exploring. Drawn from what is kept, so restarts do not matter.";
      case BLEND_NOTHING -> "No wall of the learned mixtures has hung for long enough yet.";
      case BLEND_PLOT -> "Probability of each mixture over time: %s";
      case BLEND_NOW -> "Now";
      case BLEND_ANSWERS -> "Walls";
      case BLEND_REWARD -> "Likes a wall";
      case SEGMENT_NEW -> "Visitors who did nothing yet";
      case SEGMENT_SOME -> "Visitors who did a little";
      case SEGMENT_MANY -> "Visitors who did much";
      case ARM_CONTENT -> "Mostly likeness";
      case ARM_VISITORS -> "Mostly shared likes";
      case ARM_KNOWN -> "Half renown";
      case TRIAL_TITLE -> "Experiment: learned mixtures against the fixed one";
      case TRIAL_LEAD ->
          "Counted is who likes something within %s minutes of their first wall. Look as often as you like: the interval holds at all looks at once, for %s %% of experiments.";
      case TRIAL_GO_ON -> "Go on.";
      case TRIAL_FEW -> "Go on: too few visitors are done to say anything.";
      case TRIAL_BETTER -> "Stop: the learned mixtures do better.";
      case TRIAL_WORSE -> "Stop: the learned mixtures do worse.";
      case TRIAL_SAME -> "Stop: there is no difference worth having.";
      case TRIAL_FAULT -> "Stop and look for a fault: visitors are not divided as planned.";
      case TRIAL_DIFFERENCE ->
          "The share of visitors who like something differs by %s points, with the interval %s.";
      case TRIAL_LEFT -> "As visitors come now, days to go: about %s.";
      case TRIAL_VARIANT -> "Walls";
      case TRIAL_MET -> "Visitors";
      case TRIAL_DONE -> "Counted";
      case TRIAL_LIKED -> "Liked something";
      case TRIAL_FIXED -> "fixed mixture";
      case TRIAL_LEARNED -> "learned mixtures";
      case TRIAL_REPORT -> "The report, in English";
      case SAFE_TITLE -> "Kept safe";
      case SAFE_PLAIN ->
          "Log and model lie on the disk as they are. Started with --encrypt and a file for the key, the gallery encrypts them.";
      case SAFE_ENCRYPTED ->
          "Log and model are encrypted on the disk, with a key that lies elsewhere. Backups that were made before the key came stay readable by anybody who gets at them: delete them in time.";
      case SAFE_RESTORE ->
          "To go back to a backup, start the gallery with --restore and its name. Who was forgotten since stays forgotten, as long as the log is there. A backup itself still holds them, so do not keep it for long.";
      case SAFE_NOW -> "Make a backup";
      case SAFE_BACKUPS -> "Backups";
      case DID_BACKUP -> "The backup %s is made.";
      case FOLLOW -> "Follow this artist";
      case UNFOLLOW -> "Follow no longer";
      case DID_FOLLOW -> "You follow %s. Their works come forward on your wall.";
      case ARTIST_WORKS -> "Works here: %s";
      case BY_THE_ARTIST -> "All works by %s";
    };
  }
}
