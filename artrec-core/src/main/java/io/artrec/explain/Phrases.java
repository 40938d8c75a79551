package io.artrec.explain;

import io.artrec.behavior.Interest;
import io.artrec.catalog.Trait;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The pieces of a sentence in one language; {@link StandardSentences} chooses which are true and
 * joins them. English and Chinese are there; {@link StandardSentences#language} adds another.
 *
 * <p>Every method returns ways to say the same, at least one unless it says otherwise; the artwork
 * decides which is taken. With three ways or more to begin, neighbours in a list begin differently.
 * A way claims what the method's description says and nothing beyond. Beginnings ({@link
 * #likeKnown} to {@link #nothingAlike}) start a sentence, with a capital letter where the language
 * has them; all others are phrases that come after a beginning or others, and start in lower case.
 * None ends with a full stop; {@link #join} sets it. Implementations are immutable and thread-safe.
 */
public interface Phrases {
  /**
   * Begins a sentence about a work that is like works the visitor liked; what follows is true of
   * each of them.
   *
   * @param titles of one or two works
   * @return for instance {@code Like both A and B, which you liked}
   */
  List<String> likeKnown(List<String> titles);

  /**
   * Begins the same about works that the visitor was drawn to, of which it is not known that they
   * liked them.
   *
   * @param titles of one or two works
   * @return for instance {@code Like A, which drew your interest}
   */
  List<String> likeSeen(List<String> titles);

  /**
   * Begins a sentence about a work that is like the one that was named.
   *
   * @param title of the work named
   * @return for instance {@code Like A}
   */
  List<String> likeNamed(String title);

  /**
   * Begins a sentence about a work for which a liked work counts most, where nothing that could be
   * said is alike.
   *
   * @param title of the liked work
   * @return for instance {@code Because you liked A}
   */
  List<String> because(String title);

  /**
   * Begins the same about a work that the visitor was drawn to, of which it is not known that they
   * liked it.
   *
   * @param title of the work
   * @return for instance {@code Because A drew your interest}
   */
  List<String> becauseSeen(String title);

  /**
   * Begins a sentence about one of the works that come nearest to the one named, where nothing that
   * could be said is alike.
   *
   * @param title of the work named
   * @return for instance {@code Among the nearest to A}
   */
  List<String> nearest(String title);

  /**
   * Begins a sentence about a work that fills a list because too little is known of the visitor.
   *
   * @return for instance {@code Not from your taste, of which too little is known}
   */
  List<String> fallback();

  /**
   * Begins a sentence about a work that fills a list of works like a named one.
   *
   * @return for instance {@code Nothing is known that makes it like the work named}
   */
  List<String> nothingAlike();

  /**
   * Says that the works are by the same artist.
   *
   * @param name of the artist
   * @return for instance {@code also by Monet}
   */
  List<String> byArtist(String name);

  /**
   * Says that both records name an artist, who did not make both.
   *
   * @param name of the artist
   * @return for instance {@code linked to Monet, too}
   */
  List<String> linkedArtist(String name);

  /**
   * Says that the works are counted among one movement.
   *
   * @param name of the movement
   * @return for instance {@code also Ukiyo-e}
   */
  List<String> movement(String name);

  /**
   * Says that the works show the same.
   *
   * @param subjects one to three of them
   * @return for instance {@code shares sea and boat}
   */
  List<String> subjects(List<String> subjects);

  /**
   * Says what a feature finds in all works that the sentence is about.
   *
   * @param facet the feature's facet, {@code subject} where the works show it
   * @param things one to three words of the feature in this language, for instance {@code ships}
   *     and {@code the sea}
   * @param works how many works: 2, the work explained and one before, or 3
   * @return for instance {@code both show ships}; none, which leaves it unsaid. By default {@link
   *     #subjects} of the facet {@code subject}, and of others none
   */
  default List<String> inCommon(String facet, List<String> things, int works) {
    return facet.equals("subject") ? subjects(things) : List.of();
  }

  /**
   * Says that the works have colours in common, by what their records say.
   *
   * @param colors one to three of them
   * @return for instance {@code the same blue}
   */
  List<String> colors(List<String> colors);

  /**
   * Says that the works are alike in a facet.
   *
   * @param facet {@code palette}, {@code texture}, {@code genre} and {@code medium} (which are
   *     equal), {@code period} (within {@value SharedTraits#CLOSE_YEARS} years), {@code size},
   *     {@code text}, {@code meaning}, {@code details}, or any word a feature brings
   * @return for instance {@code a similar palette}
   */
  List<String> facet(String facet);

  /**
   * Says that what visitors do links the work to others, maybe by way of further works.
   *
   * @param titles of one or two works
   * @return for instance {@code linked to A by what visitors are drawn to}
   */
  List<String> others(List<String> titles);

  /**
   * Says how many visitors took an interest in the work, of whatever kind.
   *
   * @param visitors their number; empty when it is not to be told
   * @return for instance {@code of interest to 6 visitors}
   */
  List<String> popular(OptionalLong visitors);

  /**
   * Says that somebody took an interest in the work lately.
   *
   * @return for instance {@code looked at lately}
   */
  List<String> popularLately();

  /**
   * Says that chance picked the work.
   *
   * @return for instance {@code picked by chance, to explore}
   */
  List<String> chance();

  /**
   * Says that the work fits what the asker would like.
   *
   * @param words the asker's
   * @return for instance {@code fits what you asked for, “ships”}
   */
  List<String> wish(String words);

  /**
   * Says that the work does not fit what the asker would like, though nothing else speaks louder
   * for it.
   *
   * @param words the asker's
   * @return for instance {@code not clearly what you asked for, “ships”}
   */
  List<String> wishUnmet(String words);

  /**
   * Says that the work is by an artist, of a movement or mood or with a subject that the visitor
   * follows.
   *
   * @param trait what they follow, which the work has
   * @return for instance {@code by Claude Monet, whom you follow}; none, as by default, where the
   *     language does not tell it
   */
  default List<String> followed(Trait trait) {
    return List.of();
  }

  /**
   * Says that the work is by an artist, of a movement, with a subject or of a mood that the visitor
   * is interested in, and how that is known. Said only of what they like.
   *
   * @param trait what they are interested in, which the work has
   * @param evidence what that is known from
   * @return for instance {@code with the subject snow, of which you wrote well}; none, as by
   *     default, where the language does not tell it
   */
  default List<String> interested(Trait trait, Interest.Evidence evidence) {
    return List.of();
  }

  /**
   * Says that the house brings the work forward for everybody.
   *
   * @return for instance {@code recommended by the house}; in English by default
   */
  default List<String> promoted() {
    return english().promoted();
  }

  /**
   * Says that the work has a set place for everybody, and who paid for it. A sentence says nothing
   * else of such a work.
   *
   * @param sponsor who paid for the place; empty when the house chose the work
   * @return for instance {@code chosen by the house} or {@code sponsored by Ada's Frames}; in
   *     English by default, because a sponsor is named in every language
   */
  default List<String> placed(Optional<String> sponsor) {
    return english().placed(sponsor);
  }

  /**
   * Says that something speaks for the work which no other phrase tells.
   *
   * @return for instance {@code a match overall}
   */
  List<String> bestMatch();

  /**
   * Says that nothing speaks for the work.
   *
   * @return for instance {@code nothing that is known speaks for it}
   */
  List<String> nothing();

  /**
   * Says that the work is one the visitor liked.
   *
   * @return for instance {@code you liked it yourself}
   */
  List<String> likedItself();

  /**
   * Says that the work is one the visitor did not like.
   *
   * @return for instance {@code though you did not like it yourself}
   */
  List<String> dislikedItself();

  /**
   * Says that the work has nothing in common with one the visitor did not like.
   *
   * @param title of the disliked work
   * @return for instance {@code unlike A, which you did not like}
   */
  List<String> unlike(String title);

  /**
   * Says that the work has something in common with one the visitor did not like.
   *
   * @param title of the disliked work
   * @return for instance {@code though a little like A, which you did not like}
   */
  List<String> against(String title);

  /**
   * Joins a sentence.
   *
   * @param beginning what it begins with, or empty
   * @param traits what the works that the beginning names and the work explained have in common,
   *     maybe nothing
   * @param further what has nothing to do with the works that the beginning names, maybe nothing;
   *     without a beginning there are no traits and at least one of these
   * @return the sentence, with its full stop
   */
  List<String> join(String beginning, List<String> traits, List<String> further);

  /** {@return English, for a language of one's own to build on} */
  static Phrases english() {
    return new EnglishPhrases();
  }

  /** {@return simplified Chinese, for a language of one's own to build on} */
  static Phrases chinese() {
    return new ChinesePhrases();
  }
}
