package io.artrec.elicitation;

import io.artrec.catalog.Artwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The values of an aspect in some works, by number in the order in which works have them. */
final class AspectValues {
  private final List<String> names = new ArrayList<>();
  private final List<int[]> ofWorks = new ArrayList<>();

  AspectValues(ArtworkAspect aspect, List<Artwork> works) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (List<String> values : aspect.values(works)) {
      TreeSet<Integer> held = new TreeSet<>();
      for (String value : values) {
        String key = key(value);
        if (!key.isEmpty()) {
          Integer number = numbers.putIfAbsent(key, names.size());
          if (number == null) {
            names.add(value.strip());
          }
          held.add(number == null ? names.size() - 1 : number);
        }
      }
      ofWorks.add(held.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  static String key(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  int count() {
    return names.size();
  }

  String name(int value) {
    return names.get(value);
  }

  /** The values of a work; none where its record does not say. */
  int[] of(int work) {
    return ofWorks.get(work);
  }
}
