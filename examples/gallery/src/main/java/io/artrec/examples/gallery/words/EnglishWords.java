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
      case NAV_TALK -> "The curator";
      case NAV_YOU -> "You";
      case NAV_ADD -> "Add a work";
      case NAV_ABOUT -> "What this is";
      case NAV_OPERATOR -> "For the operator";
      case FOOT -> "Recommended in this process, by artrec. Nothing leaves this machine.";
      case WALL_TITLE -> "A wall for you";
      case WALL_STRANGER ->
          "Nobody knows you here yet, so these are works that many looked at. Like one, and the wall changes.";
      case WALL_KNOWN -> "Hung by the %s things you did here.";
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
      case DID_FORGET -> "Forgotten: %s. You are a stranger here again.";
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
    };
  }
}
