package io.artrec.vision.composition;

import io.artrec.vision.composition.CompositionPhrases.Extent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Says in words in what an image stands out among Western paintings, in English and Chinese and in
 * every {@link #language} that is added: "Calmer and more symmetrical than nine of ten Western
 * paintings." Immutable and thread-safe.
 *
 * <p>A property is named only where its percentile by {@link CompositionNorms#westernPaintings} is
 * at most 10 or at least 90 and it may be compared at the image's size. Nothing is said of color
 * when both a* and b* vary less than in any of those paintings: that is a gray or sepia photograph.
 * Nothing is said of less symmetry, because a bright symmetrical picture scores low. What stands
 * out most comes first, at most four properties.
 */
public final class CompositionWords {
  private static final double EDGE = 10;
  private static final int MOST = 4;
  private static final CompositionWords STANDARD =
      new CompositionWords(
          Map.of(
              Locale.ENGLISH, new EnglishComposition(), Locale.CHINESE, new ChineseComposition()));

  private final Map<Locale, CompositionPhrases> languages;

  private CompositionWords(Map<Locale, CompositionPhrases> languages) {
    this.languages = Map.copyOf(languages);
  }

  /** {@return words in English and Chinese} */
  public static CompositionWords standard() {
    return STANDARD;
  }

  /**
   * {@return these words with a further language, or another wording of one that is there}
   *
   * @param language the language; its country and script do not count
   * @param phrases its phrases
   */
  public CompositionWords language(Locale language, CompositionPhrases phrases) {
    Map<Locale, CompositionPhrases> more = new HashMap<>(languages);
    more.put(
        plain(Objects.requireNonNull(language, "language")),
        Objects.requireNonNull(phrases, "phrases"));
    return new CompositionWords(more);
  }

  /**
   * Says in what an image stands out.
   *
   * @param composition what was measured of it
   * @param language the language; English where it is not there
   * @return one sentence with its full stop; empty when the image stands out in nothing that may be
   *     said
   */
  public String describe(Composition composition, Locale language) {
    CompositionPhrases phrases = languages.get(plain(language));
    if (phrases == null) {
      phrases = Objects.requireNonNull(languages.get(Locale.ENGLISH));
    }
    Map<Extent, List<String>> comparatives = new LinkedHashMap<>();
    int said = 0;
    for (CompositionClaim claim : claims(composition)) {
      String words = phrases.comparative(claim.property(), claim.more()).orElse("");
      if (said < MOST && !words.isEmpty()) {
        comparatives.computeIfAbsent(extent(claim), any -> new ArrayList<>()).add(words);
        said++;
      }
    }
    if (said == 0) {
      return "";
    }
    List<String> clauses = new ArrayList<>();
    for (Map.Entry<Extent, List<String>> entry : comparatives.entrySet()) {
      clauses.add(phrases.clause(entry.getValue(), entry.getKey()));
    }
    return phrases.sentence(clauses);
  }

  /**
   * Returns in what an image stands out, whether or not there is a word for it.
   *
   * @param composition what was measured of it
   * @return properties whose percentile is at most 10 or at least 90, the farthest out first
   */
  public List<CompositionClaim> claims(Composition composition) {
    boolean colored = isColored(composition);
    List<CompositionClaim> claims = new ArrayList<>();
    for (CompositionProperty property : CompositionProperty.values()) {
      if (colored || !isColor(property)) {
        CompositionNorms.westernPaintings()
            .percentile(composition, property)
            .ifPresent(it -> claims.add(new CompositionClaim(property, it)));
      }
    }
    claims.removeIf(claim -> claim.exceeded() < 100 - EDGE);
    claims.sort(Comparator.comparingDouble(CompositionClaim::exceeded).reversed());
    return claims;
  }

  private static Extent extent(CompositionClaim claim) {
    if (claim.exceeded() >= 99) {
      return Extent.NINETY_NINE_OF_HUNDRED;
    }
    return claim.exceeded() >= 95 ? Extent.NINETEEN_OF_TWENTY : Extent.NINE_OF_TEN;
  }

  private static boolean isColored(Composition composition) {
    return varies(composition, CompositionProperty.STD_LAB_A)
        || varies(composition, CompositionProperty.STD_LAB_B);
  }

  private static boolean varies(Composition composition, CompositionProperty property) {
    double least = CompositionNorms.westernPaintings().minimum(property);
    return composition.value(property).orElse(0) >= least;
  }

  /** Whether a property says something of the colors, which a gray photograph has lost. */
  private static boolean isColor(CompositionProperty property) {
    return switch (property) {
      case COLOR_ENTROPY,
          MEAN_R,
          STD_R,
          MEAN_G,
          STD_G,
          MEAN_B,
          STD_B,
          MEAN_LAB_A,
          STD_LAB_A,
          MEAN_LAB_B,
          STD_LAB_B,
          MEAN_H,
          STD_H,
          MEAN_S,
          STD_S,
          MEAN_V,
          STD_V ->
          true;
      default -> false;
    };
  }

  private static Locale plain(Locale language) {
    return Locale.forLanguageTag(language.getLanguage());
  }

  @Override
  public String toString() {
    return "CompositionWords in "
        + languages.keySet().stream().map(Locale::toLanguageTag).sorted().toList();
  }
}
