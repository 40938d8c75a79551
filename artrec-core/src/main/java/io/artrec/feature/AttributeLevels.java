package io.artrec.feature;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.YearRange;
import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What records say of works as levels of facets, for models that learn an effect for each: {@code
 * movement} is a facet, of which {@code Impressionism} is a level. A work may have none, one or
 * several levels of a facet. Immutable and thread-safe.
 *
 * <p>Facets are {@code artist}, {@code movement}, {@code genre}, {@code medium} (its materials),
 * {@code technique}, {@code subject}, {@code period} (the 25 years in which the middle of the years
 * of creation lies) and every free attribute as {@code attribute:<name>}. Case and surrounding
 * space do not matter, and an artist called unknown or anonymous is none, as in {@link
 * AttributeFeature}. A level that a single work has can link nothing and is left out, as is a facet
 * without levels; of each facet's the 4,096 that most works have are kept, ties by name.
 *
 * <p>Levels are numbered from 0, those of a facet together, in the facets' order; within a facet
 * the most frequent first, ties by name. Building is O(values) and their sorting; memory 4 bytes a
 * level of a work and 4 a work.
 */
public final class AttributeLevels {
  /** The most levels of a facet. */
  public static final int MOST_LEVELS = 4096;

  private static final String PERIOD = "period";
  private static final int YEARS = 25;

  private final List<String> facets;

  /** Where each facet's levels begin, and where the last ends. */
  private final int[] facetStarts;

  /** By number: the level in lower case, and how it is spelled. */
  private final List<String> keys;

  private final List<String> values;
  private final List<Map<String, Integer>> numbers;
  private final int[] starts;
  private final int[] levels;

  private AttributeLevels(
      List<String> facets,
      int[] facetStarts,
      List<String> keys,
      List<String> values,
      Catalog catalog) {
    this.facets = facets;
    this.facetStarts = facetStarts;
    this.keys = keys;
    this.values = values;
    numbers = new ArrayList<>();
    for (int facet = 0; facet < facets.size(); facet++) {
      Map<String, Integer> found = new HashMap<>();
      for (int level = facetStarts[facet]; level < facetStarts[facet + 1]; level++) {
        found.put(keys.get(level), level);
      }
      numbers.add(found);
    }
    starts = new int[catalog.size() + 1];
    IntArrayList all = new IntArrayList();
    for (int artwork = 0; artwork < catalog.size(); artwork++) {
      all.addElements(all.size(), of(catalog.get(artwork)));
      starts[artwork + 1] = all.size();
    }
    levels = all.toIntArray();
  }

  /**
   * {@return the levels of all facets}
   *
   * @param catalog the works
   */
  public static AttributeLevels of(Catalog catalog) {
    Set<String> attributes = new TreeSet<>();
    for (Artwork artwork : catalog) {
      artwork.attributes().keySet().forEach(name -> attributes.add(RecordFields.ATTRIBUTE + name));
    }
    List<String> all = new ArrayList<>(RecordFields.STANDARD);
    all.add(PERIOD);
    all.addAll(attributes);
    return of(catalog, all);
  }

  /**
   * {@return the levels of chosen facets}
   *
   * @param catalog the works
   * @param facets names of facets as above; those without levels are left out
   * @throws IllegalArgumentException when a name is none of them; the message lists them
   */
  public static AttributeLevels of(Catalog catalog, Collection<String> facets) {
    List<String> kept = new ArrayList<>();
    IntArrayList starts = IntArrayList.of(0);
    List<String> keys = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (String facet : new LinkedHashSet<>(facets)) {
      Map<String, Integer> works = new LinkedHashMap<>();
      Map<String, String> spelled = new HashMap<>();
      for (Artwork artwork : catalog) {
        for (Map.Entry<String, String> value : values(artwork, facet).entrySet()) {
          works.merge(value.getKey(), 1, Integer::sum);
          spelled.putIfAbsent(value.getKey(), value.getValue());
        }
      }
      works.entrySet().stream()
          .filter(entry -> entry.getValue() > 1)
          .sorted(
              Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(MOST_LEVELS)
          .forEach(
              entry -> {
                keys.add(entry.getKey());
                values.add(spelled.getOrDefault(entry.getKey(), entry.getKey()));
              });
      if (keys.size() > starts.topInt()) {
        kept.add(facet);
        starts.push(keys.size());
      }
    }
    return new AttributeLevels(
        List.copyOf(kept), starts.toIntArray(), List.copyOf(keys), List.copyOf(values), catalog);
  }

  /**
   * {@return these levels, by the same numbers, of the works of another catalogue} What no work had
   * here has no level there either.
   *
   * @param catalog the works
   */
  public AttributeLevels over(Catalog catalog) {
    return new AttributeLevels(facets, facetStarts, keys, values, catalog);
  }

  /** {@return how many works there are} */
  public int artworks() {
    return starts.length - 1;
  }

  /** {@return the facets' names, in order} */
  public List<String> facets() {
    return facets;
  }

  /** {@return how many levels all facets have together} */
  public int size() {
    return keys.size();
  }

  /**
   * {@return the facet of a level, by its place in {@link #facets}}
   *
   * @param level a level's number
   */
  public int facet(int level) {
    int found = Arrays.binarySearch(facetStarts, level);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * {@return where a facet's levels begin}
   *
   * @param facet a facet's place, or {@code facets().size()} for where the last ends
   */
  public int facetStart(int facet) {
    return facetStarts[facet];
  }

  /**
   * {@return a level as the first work that has it spells it}
   *
   * @param level a level's number
   */
  public String value(int level) {
    return values.get(level);
  }

  /**
   * {@return where a work's levels begin among all, for {@link #level}}
   *
   * @param artwork a catalogue index, or {@link #artworks()} for where the last ends
   */
  public int start(int artwork) {
    return starts[artwork];
  }

  /**
   * {@return a work's level, by its place from {@code start(artwork)} to before {@code
   * start(artwork + 1)}; ascending within a work}
   *
   * @param place the place
   */
  public int level(int place) {
    return levels[place];
  }

  /**
   * {@return the levels of a work of any catalogue, ascending}
   *
   * @param artwork its record
   */
  public int[] of(Artwork artwork) {
    IntArrayList found = new IntArrayList();
    for (int facet = 0; facet < facets.size(); facet++) {
      Map<String, Integer> known = numbers.get(facet);
      for (String value : values(artwork, facets.get(facet)).keySet()) {
        Integer level = known.get(value);
        if (level != null) {
          found.add((int) level);
        }
      }
    }
    int[] sorted = found.toIntArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /**
   * Writes facets and levels; which work has which, the catalogue says.
   *
   * @param out receives them
   */
  public void save(StateWriter out) {
    out.putStrings("facets", facets);
    out.putInts("facetStarts", facetStarts);
    out.putStrings("levels", keys);
    out.putStrings("levelValues", values);
  }

  /**
   * {@return what {@link #save} wrote}
   *
   * @param in gives it
   * @param catalog the works
   * @throws ModelFileException when it does not fit together
   */
  public static AttributeLevels read(StateReader in, Catalog catalog) {
    List<String> facets = in.getStrings("facets");
    int[] starts = in.getInts("facetStarts", facets.size() + 1);
    List<String> keys = in.getStrings("levels");
    List<String> values = in.getStrings("levelValues");
    boolean ascending = starts[0] == 0 && starts[starts.length - 1] == keys.size();
    for (int facet = 0; ascending && facet < facets.size(); facet++) {
      ascending = starts[facet] < starts[facet + 1] && isFacet(facets.get(facet));
    }
    if (!ascending || values.size() != keys.size()) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "the model's attribute levels are %d with %d spellings, in facets %s that begin at %s; expected as many, and facets one after the other",
              keys.size(),
              values.size(),
              facets,
              Arrays.toString(starts)));
    }
    return new AttributeLevels(facets, starts, keys, values, catalog);
  }

  private static boolean isFacet(String name) {
    return name.equals(PERIOD)
        || name.startsWith(RecordFields.ATTRIBUTE)
        || RecordFields.STANDARD.contains(name);
  }

  private static Map<String, String> values(Artwork artwork, String facet) {
    if (!isFacet(facet)) {
      throw new IllegalArgumentException(
          "facet '"
              + facet
              + "' is unknown, expected one of "
              + String.join(", ", RecordFields.STANDARD)
              + ", period, or attribute:<name>");
    }
    if (!facet.equals(PERIOD)) {
      return RecordFields.values(artwork, facet);
    }
    return artwork
        .created()
        .map(AttributeLevels::period)
        .map(text -> Map.of(text, text))
        .orElse(Map.of());
  }

  private static String period(YearRange years) {
    int middle = (int) Math.floor(years.midpoint());
    int first = Math.floorDiv(middle, YEARS) * YEARS;
    return first + "\u2013" + (first + YEARS - 1);
  }
}
