package io.artrec.eval.online;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was shown, without what came of it. */
final class ImpressionColumns {
  static final int START = 1024;

  int size;
  int lastPlace;
  final Ids visitors = new Ids();
  final Ids works = new Ids();
  final Ids variants = new Ids();
  int[] visitorOf = new int[START];
  int[] workOf = new int[START];
  int[] variantOf = new int[START];
  int[] placeOf = new int[START];
  long[] timeOf = new long[START];
  double[] propensityOf = new double[START];

  int add(String visitor, String work, String variant, int place, long epochMillis) {
    if (size == visitorOf.length) {
      grow(Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, size + (size >> 1) + 1L)));
    }
    visitorOf[size] = visitors.number(visitor);
    workOf[size] = works.number(work);
    variantOf[size] = variants.number(variant);
    placeOf[size] = place;
    timeOf[size] = epochMillis;
    lastPlace = Math.max(lastPlace, place);
    return size++;
  }

  int capacity() {
    return visitorOf.length;
  }

  String visitorAt(int row) {
    return visitors.id(visitorOf[row]);
  }

  String workAt(int row) {
    return works.id(workOf[row]);
  }

  private void grow(int capacity) {
    visitorOf = Arrays.copyOf(visitorOf, capacity);
    workOf = Arrays.copyOf(workOf, capacity);
    variantOf = Arrays.copyOf(variantOf, capacity);
    placeOf = Arrays.copyOf(placeOf, capacity);
    timeOf = Arrays.copyOf(timeOf, capacity);
    propensityOf = Arrays.copyOf(propensityOf, capacity);
  }

  /** Ids and their numbers. */
  static final class Ids {
    private final List<String> names = new ArrayList<>();
    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();

    Ids() {
      numbers.defaultReturnValue(-1);
    }

    int number(String id) {
      int number = numbers.getInt(id);
      if (number < 0) {
        number = names.size();
        names.add(id);
        numbers.put(id, number);
      }
      return number;
    }

    int find(String id) {
      return numbers.getInt(id);
    }

    int size() {
      return names.size();
    }

    String id(int number) {
      return names.get(number);
    }

    List<String> list() {
      return List.copyOf(names);
    }
  }
}
