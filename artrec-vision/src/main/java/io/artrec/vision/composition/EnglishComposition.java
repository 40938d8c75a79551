package io.artrec.vision.composition;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** English. */
final class EnglishComposition implements CompositionPhrases {
  private static final Map<CompositionProperty, String> MORE =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(CompositionProperty.EDGE_DENSITY, "busier"),
              Map.entry(CompositionProperty.MIRROR_SYMMETRY, "more symmetrical"),
              Map.entry(CompositionProperty.BALANCE, "more lopsided"),
              Map.entry(CompositionProperty.HOMOGENEITY, "more evenly filled"),
              Map.entry(CompositionProperty.RMS_CONTRAST, "stronger in contrast"),
              Map.entry(CompositionProperty.MEAN_LAB_L, "lighter"),
              Map.entry(CompositionProperty.MEAN_LAB_A, "redder"),
              Map.entry(CompositionProperty.MEAN_LAB_B, "yellower"),
              Map.entry(
                  CompositionProperty.EDGE_ORIENTATION_ENTROPY_1, "freer in the run of its lines"),
              Map.entry(CompositionProperty.COMPLEXITY, "richer in detail"),
              Map.entry(CompositionProperty.SELF_SIMILARITY_PHOG, "more alike in its parts"),
              Map.entry(CompositionProperty.ASPECT_RATIO, "wider in format")));
  private static final Map<CompositionProperty, String> LESS =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(CompositionProperty.EDGE_DENSITY, "calmer"),
              Map.entry(CompositionProperty.BALANCE, "better balanced"),
              Map.entry(CompositionProperty.HOMOGENEITY, "more gathered in one place"),
              Map.entry(CompositionProperty.RMS_CONTRAST, "softer in contrast"),
              Map.entry(CompositionProperty.MEAN_LAB_L, "darker"),
              Map.entry(CompositionProperty.MEAN_LAB_A, "greener"),
              Map.entry(CompositionProperty.MEAN_LAB_B, "bluer"),
              Map.entry(
                  CompositionProperty.EDGE_ORIENTATION_ENTROPY_1, "more ruled by a few directions"),
              Map.entry(CompositionProperty.COMPLEXITY, "plainer in detail"),
              Map.entry(CompositionProperty.SELF_SIMILARITY_PHOG, "more varied in its parts"),
              Map.entry(CompositionProperty.ASPECT_RATIO, "taller in format")));

  @Override
  public Optional<String> comparative(CompositionProperty property, boolean more) {
    return Optional.ofNullable((more ? MORE : LESS).get(property));
  }

  @Override
  public String clause(List<String> comparatives, Extent extent) {
    String than =
        switch (extent) {
          case NINE_OF_TEN -> "nine of ten";
          case NINETEEN_OF_TWENTY -> "nineteen of twenty";
          case NINETY_NINE_OF_HUNDRED -> "ninety-nine of a hundred";
        };
    return list(comparatives) + " than " + than + " Western paintings";
  }

  private static String list(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  @Override
  public String sentence(List<String> clauses) {
    String joined = String.join("; ", clauses);
    return joined.substring(0, 1).toUpperCase(Locale.ROOT) + joined.substring(1) + ".";
  }
}
