package io.artrec.explain;

import io.artrec.behavior.Interest;
import io.artrec.catalog.Trait;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a part of a score is due to. Works are named by catalogue index.
 *
 * <p>The kinds here are core's own. A strategy brings further ones: {@link #worded} for a mood that
 * is met, an editor's pick or a new acquisition, or a class of its own, best a record, because
 * amounts of equal causes are added up. Sentences tell a cause that has {@link #words} when it
 * counts beside what speaks loudest for the work. Immutable and thread-safe.
 */
public interface Cause {
  /**
   * Returns what sort of cause this is, for plain views and logs.
   *
   * @return a stable name of lower-case letters, digits and hyphens, for instance {@code
   *     known-work}
   */
  String kind();

  /**
   * Returns how a sentence tells this cause: a phrase that is true of the work explained and stands
   * alone or after others, without a full stop, in lower case where the language has it, for
   * instance {@code an editor's pick} or {@code 编辑推荐}.
   *
   * @param language the language of the sentence
   * @return the phrase; empty when the cause is not told in that language, or at all, as it is when
   *     this throws. By default empty: core's own kinds are worded by {@link Phrases}
   */
  default Optional<String> words(Locale language) {
    return Optional.empty();
  }

  /**
   * {@return a cause of one's own with its words}
   *
   * @param kind its stable name
   * @param words the phrase in each language that it is told in
   */
  static Cause worded(String kind, Map<Locale, String> words) {
    return new Worded(kind, words);
  }

  /**
   * A cause of one's own.
   *
   * @param kind its stable name, lower-case letters, digits and hyphens
   * @param words the phrase in each language that it is told in
   */
  record Worded(String kind, Map<Locale, String> words) implements Cause {
    /** Validates the parts. */
    public Worded {
      if (!kind.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        throw new IllegalArgumentException(
            "kind of cause '" + kind + "': expected lower-case letters, digits and single hyphens");
      }
      words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
      for (Map.Entry<Locale, String> phrase : words.entrySet()) {
        if (phrase.getValue().isBlank()) {
          throw new IllegalArgumentException(
              "words of cause '"
                  + kind
                  + "' are blank in "
                  + phrase.getKey().toLanguageTag()
                  + "; leave the language out");
        }
      }
    }

    @Override
    public Optional<String> words(Locale language) {
      return Languages.find(words, language);
    }
  }

  /**
   * A work the visitor had to do with.
   *
   * @param artwork its catalogue index
   * @param weight the visitor's preference for it, negative when against it
   * @param likeness how alike the two works are in a feature, or empty when behaviour links them
   */
  record KnownArtwork(int artwork, double weight, Optional<Likeness> likeness) implements Cause {
    /** Validates the parts. */
    public KnownArtwork {
      Objects.requireNonNull(likeness, "likeness");
    }

    /**
     * A work that behaviour links.
     *
     * @param artwork its catalogue index
     * @param weight the visitor's preference for it
     */
    public KnownArtwork(int artwork, double weight) {
      this(artwork, weight, Optional.empty());
    }

    @Override
    public String kind() {
      return "known-work";
    }
  }

  /**
   * How alike two works are in a feature.
   *
   * @param feature the feature's name
   * @param share of what the feature's own similarity says of equal works, whatever similarity a
   *     strategy scores by; empty when that has no bound. Sentences call works alike from {@link
   *     io.artrec.feature.FeatureSpec#alikeFrom} on
   */
  record Likeness(String feature, OptionalDouble share) {
    /** Validates the parts. */
    public Likeness {
      Objects.requireNonNull(feature, "feature");
      Objects.requireNonNull(share, "share");
    }
  }

  /**
   * A feature as a whole.
   *
   * @param feature the feature's name
   */
  record FeatureMatch(String feature) implements Cause {
    @Override
    public String kind() {
      return "feature";
    }
  }

  /**
   * How many others had to do with the work.
   *
   * @param events how many visitors; of recent events their number, those that are older counting
   *     less. Sentences say that a work was looked at lately from half an event on
   * @param recent whether only recent events count
   */
  record Popularity(double events, boolean recent) implements Cause {
    @Override
    public String kind() {
      return recent ? "recent-popularity" : "popularity";
    }
  }

  /**
   * What the asker said they would like.
   *
   * @param words the wish
   * @param fits whether the work does, by a threshold that neither other works nor their number
   *     change: the best of none that fit does not
   */
  record Wish(String words, boolean fits) implements Cause {
    @Override
    public String kind() {
      return "wish";
    }
  }

  /**
   * Something of the work that the visitor follows.
   *
   * @param trait the artist, movement or subject, as the work's record spells it
   */
  record Followed(Trait trait) implements Cause {
    @Override
    public String kind() {
      return "followed";
    }
  }

  /**
   * Something of the work that the visitor is interested in, or against which something is known;
   * the amount says which.
   *
   * @param trait as the work's record spells it
   * @param evidence what that is known from, most of all
   */
  record Interested(Trait trait, Interest.Evidence evidence) implements Cause {
    @Override
    public String kind() {
      return "interest";
    }
  }

  /**
   * That the visitor was shown the work, which speaks against it.
   *
   * @param times how often since they last did something with it
   */
  record Shown(int times) implements Cause {
    @Override
    public String kind() {
      return "shown";
    }
  }

  /**
   * That the house brings the work forward, or takes it back, for everybody; the amount says which.
   */
  record Promoted() implements Cause {
    @Override
    public String kind() {
      return "promoted";
    }
  }

  /**
   * That the work has a set place for everybody, whatever its score, to which this adds nothing.
   *
   * @param sponsor who paid for the place; empty when the house chose the work
   */
  record Placed(Optional<String> sponsor) implements Cause {
    /** Validates the part. */
    public Placed {
      Objects.requireNonNull(sponsor, "sponsor");
    }

    @Override
    public String kind() {
      return sponsor.isPresent() ? "sponsored" : "pinned";
    }
  }

  /** Chance. */
  record Chance() implements Cause {
    @Override
    public String kind() {
      return "chance";
    }
  }

  /**
   * A constant that a model or a change of scale adds.
   *
   * @param what a short English name of it, for instance {@code "scale"} or {@code "user mean"}
   */
  record Offset(String what) implements Cause {
    @Override
    public String kind() {
      return "offset";
    }
  }

  /**
   * The standing of the work in a strategy's list, for blends that count ranks.
   *
   * @param rank 1 for the first
   */
  record Rank(int rank) implements Cause {
    @Override
    public String kind() {
      return "rank";
    }
  }
}
