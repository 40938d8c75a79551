package io.artrec.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.behavior.Interest;
import io.artrec.catalog.Trait;
import io.artrec.explain.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Phrases} must do: say everything in one way at least, each another one, name
 * what it is given, and end only whole sentences.
 */
public abstract class PhrasesContract {
  private static final String A = "Zwei Schwäne";
  private static final String B = "Three Tygers";

  /** For subclasses. */
  protected PhrasesContract() {}

  /**
   * Returns what is tested.
   *
   * @return the phrases of a language
   */
  protected abstract Phrases phrases();

  /**
   * Returns how a sentence ends.
   *
   * @return a full stop or the Chinese one unless overridden
   */
  protected List<String> ends() {
    return List.of(".", "。");
  }

  private Map<String, List<String>> beginnings() {
    Map<String, List<String>> all = new TreeMap<>();
    all.put("likeKnown " + A, phrases().likeKnown(List.of(A)));
    all.put("likeKnown " + A + " " + B, phrases().likeKnown(List.of(A, B)));
    all.put("likeSeen " + A, phrases().likeSeen(List.of(A)));
    all.put("likeSeen " + A + " " + B, phrases().likeSeen(List.of(A, B)));
    all.put("likeNamed " + A, phrases().likeNamed(A));
    all.put("because " + A, phrases().because(A));
    all.put("becauseSeen " + A, phrases().becauseSeen(A));
    all.put("nearest " + A, phrases().nearest(A));
    all.put("fallback", phrases().fallback());
    all.put("nothingAlike", phrases().nothingAlike());
    return all;
  }

  private Map<String, List<String>> reasons() {
    Map<String, List<String>> all = new TreeMap<>();
    all.put("byArtist " + A, phrases().byArtist(A));
    all.put("linkedArtist " + A, phrases().linkedArtist(A));
    all.put("movement " + A, phrases().movement(A));
    all.put("subjects " + A + " " + B, phrases().subjects(List.of(A, B)));
    for (int works = 2; works <= 3; works++) {
      for (String facet : List.of("subject", "surface")) {
        if (!phrases().inCommon(facet, List.of(A, B), works).isEmpty()) {
          all.put(
              "inCommon " + facet + " " + works + " " + A + " " + B,
              phrases().inCommon(facet, List.of(A, B), works));
        }
      }
    }
    all.put("colors " + A, phrases().colors(List.of(A)));
    for (String facet :
        List.of(
            "palette", "texture", "genre", "medium", "period", "size", "text", "meaning",
            "details")) {
      all.put("facet of core: " + facet, phrases().facet(facet));
    }
    all.put("facet " + A, phrases().facet(A));
    all.put("others " + A + " " + B, phrases().others(List.of(A, B)));
    all.put("popular 4711", phrases().popular(OptionalLong.of(4711)));
    all.put("popular", phrases().popular(OptionalLong.empty()));
    all.put("popularLately", phrases().popularLately());
    all.put("chance", phrases().chance());
    all.put("wish " + A, phrases().wish(A));
    all.put("wishUnmet " + A, phrases().wishUnmet(A));
    for (Trait.Kind kind : Trait.Kind.values()) {
      Trait trait = Trait.of(kind, A);
      if (!phrases().followed(trait).isEmpty()) {
        all.put("followed " + trait, phrases().followed(trait));
      }
      for (Interest.Evidence evidence : Interest.Evidence.values()) {
        if (!phrases().interested(trait, evidence).isEmpty()) {
          all.put(evidence + " " + trait, phrases().interested(trait, evidence));
        }
      }
    }
    all.put("promoted", phrases().promoted());
    all.put("pinned", phrases().placed(Optional.empty()));
    all.put("sponsored " + A, phrases().placed(Optional.of(A)));
    all.put("bestMatch", phrases().bestMatch());
    all.put("nothing", phrases().nothing());
    all.put("likedItself", phrases().likedItself());
    all.put("dislikedItself", phrases().dislikedItself());
    all.put("unlike " + A, phrases().unlike(A));
    all.put("against " + A, phrases().against(A));
    return all;
  }

  @Test
  void everyPhrase_isThere_andNamesWhatItIsGiven_withoutFullStop() {
    Map<String, List<String>> all = new TreeMap<>(beginnings());
    all.putAll(reasons());
    all.forEach(
        (asked, ways) -> {
          assertThat(ways).as(asked).isNotEmpty().doesNotHaveDuplicates();
          for (String way : ways) {
            assertThat(way).as(asked).isNotBlank().isEqualTo(way.strip()).doesNotContain("\n");
            assertThat(ends()).as(asked).noneMatch(way::endsWith);
            List.of(A, B).stream()
                .filter(asked::contains)
                .forEach(given -> assertThat(way).as(asked).contains(given));
          }
        });
  }

  @Test
  void everyJoin_holdsItsParts_inOrder_andEndsOnce() {
    List<String> traits = new ArrayList<>();
    List<String> further = new ArrayList<>();
    for (int count = 0; count < 6; count++) {
      for (String join : phrases().join("Beginning", traits, further)) {
        assertThat(ends()).anyMatch(join::endsWith);
        List<String> parts = new ArrayList<>(List.of("Beginning"));
        parts.addAll(traits);
        parts.addAll(further);
        assertThat(join).containsSubsequence(parts);
      }
      (count % 2 == 0 ? traits : further).add("part" + count);
    }
    assertThat(phrases().join("", List.of(), List.of("only")))
        .allSatisfy(join -> assertThat(join).containsIgnoringCase("only"));
  }
}
