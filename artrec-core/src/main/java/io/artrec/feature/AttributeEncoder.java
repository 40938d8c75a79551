package io.artrec.feature;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Values of fields as dimensions, which grow with the catalogue. */
final class AttributeEncoder implements FeatureEncoder {
  private final Map<String, Double> fields;
  private final int maxDimensions;

  /** How many works the rarities are of. */
  private final int works;

  private final Map<String, Integer> dimension;
  private final double[] rarity;

  /** The one work that has a value, by the value. */
  private final Map<String, String> onlyWork;

  private AttributeEncoder(
      Map<String, Double> fields,
      int maxDimensions,
      int works,
      Map<String, Integer> dimension,
      double[] rarity,
      Map<String, String> onlyWork) {
    this.fields = fields;
    this.maxDimensions = maxDimensions;
    this.works = works;
    this.dimension = dimension;
    this.rarity = rarity;
    this.onlyWork = onlyWork;
  }

  static AttributeEncoder fit(Map<String, Double> fields, int maxDimensions, Catalog catalog) {
    TreeMap<String, Integer> frequencies = new TreeMap<>();
    Map<String, String> onlyWork = new TreeMap<>();
    for (Artwork artwork : catalog) {
      for (String value : values(fields, artwork)) {
        if (frequencies.merge(value, 1, Integer::sum) == 1) {
          onlyWork.put(value, artwork.id());
        } else {
          onlyWork.remove(value);
        }
      }
    }
    List<String> kept = new ArrayList<>();
    frequencies.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .limit(maxDimensions)
        .forEach(entry -> kept.add(entry.getKey()));
    double[] rarity = new double[kept.size()];
    for (int d = 0; d < rarity.length; d++) {
      rarity[d] = rarity(catalog.size(), frequencies.getOrDefault(kept.get(d), 1));
    }
    return new AttributeEncoder(
        fields, maxDimensions, catalog.size(), numbered(kept), rarity, onlyWork);
  }

  private static double rarity(int works, int frequency) {
    return Math.log((1.0 + works) / (1.0 + frequency)) + 1;
  }

  private static Map<String, Integer> numbered(List<String> values) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    values.forEach(value -> numbers.put(value, numbers.size()));
    return numbers;
  }

  private static List<String> values(Map<String, Double> fields, Artwork artwork) {
    List<String> values = new ArrayList<>();
    for (String field : fields.keySet()) {
      RecordFields.values(artwork, field)
          .keySet()
          .forEach(value -> values.add(field + "=" + value));
    }
    return values;
  }

  @Override
  public int dimensions() {
    return Math.max(1, rarity.length);
  }

  @Override
  public Optional<float[]> encode(ArtworkInput input) {
    float[] vector = new float[dimensions()];
    boolean any = false;
    for (Map.Entry<String, Double> field : fields.entrySet()) {
      List<Integer> found = new ArrayList<>();
      double square = 0;
      for (String value : RecordFields.values(input.artwork(), field.getKey()).keySet()) {
        Integer d = dimension.get(field.getKey() + "=" + value);
        if (d != null) {
          found.add(d);
          square += rarity[d] * rarity[d];
        }
      }
      for (int d : found) {
        vector[d] = (float) (Math.sqrt(field.getValue() / square) * rarity[d]);
        any = true;
      }
    }
    return any ? Optional.of(vector) : Optional.empty();
  }

  /** A value that a second work has becomes a dimension, as long as there is room. */
  @Override
  public Growth grown(Collection<Artwork> added) {
    Map<String, String> single = new TreeMap<>(onlyWork);
    Map<String, Integer> grown = new LinkedHashMap<>(dimension);
    Set<String> affected = new HashSet<>();
    for (Artwork artwork : added) {
      for (String value : values(fields, artwork)) {
        if (!grown.containsKey(value) && grown.size() < maxDimensions) {
          String only = single.putIfAbsent(value, artwork.id());
          if (only != null && !only.equals(artwork.id())) {
            single.remove(value);
            grown.put(value, grown.size());
            affected.add(only);
          }
        }
      }
    }
    added.forEach(artwork -> affected.remove(artwork.id()));
    double[] rarities = Arrays.copyOf(rarity, grown.size());
    Arrays.fill(rarities, rarity.length, rarities.length, rarity(works, 2));
    return new Growth(
        new AttributeEncoder(fields, maxDimensions, works, grown, rarities, single), affected);
  }

  @Override
  public String fingerprint() {
    List<String> texts = new ArrayList<>(dimension.keySet());
    for (double value : rarity) {
      texts.add(Double.toHexString(value));
    }
    return ContentHash.ofTexts(texts.toArray(new String[0]));
  }

  @Override
  public void save(StateWriter out) {
    out.putLong("works", works);
    out.putStrings("values", List.copyOf(dimension.keySet()));
    out.putDoubles("rarity", rarity);
    out.putStrings("singleValues", List.copyOf(onlyWork.keySet()));
    out.putStrings("singleWorks", List.copyOf(onlyWork.values()));
  }

  static AttributeEncoder read(Map<String, Double> fields, int maxDimensions, StateReader in) {
    int works = in.getCount("works", Integer.MAX_VALUE);
    List<String> values = in.getStrings("values");
    Map<String, Integer> dimension = numbered(values);
    double[] rarity = in.getDoubles("rarity", values.size());
    List<String> singles = in.getStrings("singleValues");
    List<String> holders = in.getStrings("singleWorks");
    boolean rare = Arrays.stream(rarity).allMatch(value -> value > 0);
    if (works < 1
        || dimension.size() != values.size()
        || holders.size() != singles.size()
        || !rare) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's attributes are of %d works and hold %d values of which %d differ, and %d works for %d single values; expected as many, of rarities above 0",
              works,
              values.size(),
              dimension.size(),
              holders.size(),
              singles.size()));
    }
    Map<String, String> onlyWork = new TreeMap<>();
    for (int i = 0; i < singles.size(); i++) {
      onlyWork.put(singles.get(i), holders.get(i));
    }
    return new AttributeEncoder(fields, maxDimensions, works, dimension, rarity, onlyWork);
  }
}
