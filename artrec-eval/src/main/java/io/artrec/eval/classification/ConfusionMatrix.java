package io.artrec.eval.classification;

import io.artrec.tabular.CsvCell;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * How often a classifier said each class of examples of each class. With {@code TP} examples of a
 * class that were said to be of it, {@code FP} others that were, and {@code FN} examples of it that
 * were not:
 *
 * <ul>
 *   <li>{@code precision = TP / (TP + FP)}, none for a class that was never said;
 *   <li>{@code recall = TP / (TP + FN)}, none for a class without examples;
 *   <li>{@code F1 = 2 TP / (2 TP + FP + FN)}, the harmonic mean of the two, 0 when there is no hit.
 * </ul>
 *
 * <p>Macro values are means over all classes that have examples or were said, each counting the
 * same; a class without precision or recall counts 0 in them, as scikit-learn has it. Classes are
 * in alphabetical order. Immutable and thread-safe.
 */
public final class ConfusionMatrix {
  private final List<String> classes;
  private final int[][] counts;

  /**
   * How often one class was taken for another.
   *
   * @param actual the true class
   * @param predicted the other class, which was said
   * @param count how often
   */
  public record Confusion(String actual, String predicted, int count) {
    /** In words, as {@code baroque taken for rococo: 12}. */
    @Override
    public String toString() {
      return actual + " taken for " + predicted + ": " + count;
    }
  }

  private ConfusionMatrix(List<String> actual, List<String> predicted) {
    TreeSet<String> names = new TreeSet<>(actual);
    names.addAll(predicted);
    classes = List.copyOf(names);
    Object2IntOpenHashMap<String> index = new Object2IntOpenHashMap<>();
    classes.forEach(name -> index.put(name, index.size()));
    counts = new int[classes.size()][classes.size()];
    for (int example = 0; example < actual.size(); example++) {
      counts[index.getInt(actual.get(example))][index.getInt(predicted.get(example))]++;
    }
  }

  /**
   * Counts. O(examples).
   *
   * @param actual the true class of every example
   * @param predicted what the classifier said, in the same order
   * @return the matrix
   * @throws IllegalArgumentException when there is no example, or the lists differ in length
   */
  public static ConfusionMatrix of(List<String> actual, List<String> predicted) {
    if (actual.size() != predicted.size()) {
      throw new IllegalArgumentException(
          actual.size()
              + " true classes and "
              + predicted.size()
              + " predicted ones, expected as many, in the same order");
    }
    if (actual.isEmpty()) {
      throw new IllegalArgumentException("there is no example, expected one or more to measure");
    }
    return new ConfusionMatrix(List.copyOf(actual), List.copyOf(predicted));
  }

  /**
   * Returns the classes that have examples or were said.
   *
   * @return names in alphabetical order
   */
  public List<String> classes() {
    return classes;
  }

  /**
   * {@return how many examples of a class were said to be of another, or of the same}
   *
   * @param actual the true class
   * @param predicted the class that was said
   * @throws IllegalArgumentException when there is no such class; the message lists them
   */
  public int count(String actual, String predicted) {
    return counts[index(actual)][index(predicted)];
  }

  /**
   * Returns the number of examples of a class.
   *
   * @param name the class
   * @return its support
   * @throws IllegalArgumentException as {@link #count}
   */
  public int support(String name) {
    int sum = 0;
    for (int count : counts[index(name)]) {
      sum += count;
    }
    return sum;
  }

  /**
   * {@return how often a class was said}
   *
   * @param name the class
   * @throws IllegalArgumentException as {@link #count}
   */
  public int predictedCount(String name) {
    int sum = 0;
    for (int[] row : counts) {
      sum += row[index(name)];
    }
    return sum;
  }

  /**
   * Returns the number of examples.
   *
   * @return the size
   */
  public int size() {
    return classes.stream().mapToInt(this::support).sum();
  }

  /** {@return the share of examples that were said right, 0 to 1} */
  public double accuracy() {
    int right = 0;
    for (int name = 0; name < counts.length; name++) {
      right += counts[name][name];
    }
    return (double) right / size();
  }

  /**
   * {@return a class's precision, 0 to 1; empty when it was never said}
   *
   * @param name the class
   * @throws IllegalArgumentException as {@link #count}
   */
  public OptionalDouble precision(String name) {
    return ratio(count(name, name), predictedCount(name));
  }

  /**
   * {@return a class's recall, 0 to 1; empty when it has no examples}
   *
   * @param name the class
   * @throws IllegalArgumentException as {@link #count}
   */
  public OptionalDouble recall(String name) {
    return ratio(count(name, name), support(name));
  }

  /**
   * {@return a class's F1, 0 to 1}
   *
   * @param name the class
   * @throws IllegalArgumentException as {@link #count}
   */
  public double f1(String name) {
    return 2.0 * count(name, name) / (support(name) + predictedCount(name));
  }

  /** {@return the mean of all classes' precision, 0 for one that was never said; 0 to 1} */
  public double macroPrecision() {
    return classes.stream().mapToDouble(name -> precision(name).orElse(0)).average().orElseThrow();
  }

  /** {@return the mean of all classes' recall, 0 for one without examples; 0 to 1} */
  public double macroRecall() {
    return classes.stream().mapToDouble(name -> recall(name).orElse(0)).average().orElseThrow();
  }

  /** {@return the mean of all classes' F1, 0 to 1} */
  public double macroF1() {
    return classes.stream().mapToDouble(this::f1).average().orElseThrow();
  }

  /**
   * Returns the mean recall of the classes that have examples: accuracy where classes counted the
   * same.
   *
   * @return 0 to 1
   */
  public double balancedAccuracy() {
    return classes.stream().flatMapToDouble(name -> recall(name).stream()).average().orElseThrow();
  }

  /**
   * Returns what a reader of the numbers must know: that all examples are of one class, that a
   * class was never said, or has no examples.
   *
   * @return sentences; none when nothing is missing
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    List<String> with = classes.stream().filter(name -> support(name) > 0).toList();
    if (with.size() == 1) {
      notes.add(
          String.format(
              Locale.ROOT,
              "all %,d examples are of one class, '%s'; they cannot say whether it is told from"
                  + " others",
              size(),
              with.get(0)));
    }
    for (String name : classes) {
      if (predictedCount(name) == 0) {
        notes.add("class '" + name + "' was never said, so that it has no precision");
      }
      if (support(name) == 0) {
        notes.add("class '" + name + "' has no examples, so that it has no recall");
      }
    }
    return notes;
  }

  /**
   * Returns the most frequent confusions.
   *
   * @param most how many at most, 1 or more
   * @return confusions that happened, the most frequent first, ties in alphabetical order
   */
  public List<Confusion> topConfusions(int most) {
    List<Confusion> all = new ArrayList<>();
    for (String actual : classes) {
      for (String predicted : classes) {
        if (!actual.equals(predicted) && count(actual, predicted) > 0) {
          all.add(new Confusion(actual, predicted, count(actual, predicted)));
        }
      }
    }
    all.sort(Comparator.comparingInt(Confusion::count).reversed());
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  /**
   * Returns the counts as CSV: first the line {@code actual,} and the classes, then for each class
   * how often each was said of it. Names are cells that no spreadsheet takes for a formula ({@link
   * CsvCell#field}).
   *
   * @return lines that end in a line feed
   */
  public String toCsv() {
    StringBuilder text = new StringBuilder("actual");
    classes.forEach(name -> text.append(',').append(CsvCell.field(name)));
    text.append('\n');
    for (String actual : classes) {
      text.append(CsvCell.field(actual));
      classes.forEach(predicted -> text.append(',').append(count(actual, predicted)));
      text.append('\n');
    }
    return text.toString();
  }

  private int index(String name) {
    int index = classes.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "there is no class '" + name + "', expected one of " + String.join(", ", classes));
    }
    return index;
  }

  private static OptionalDouble ratio(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  /** A table: a line for each class with its counts, precision, recall, F1 and examples. */
  @Override
  public String toString() {
    int width = classes.stream().mapToInt(String::length).max().orElse(0);
    int column = Math.max(8, width + 2);
    StringBuilder text = new StringBuilder(" ".repeat(width));
    classes.forEach(name -> text.append(right(name, column)));
    text.append("   precision  recall      F1  examples\n");
    for (String name : classes) {
      text.append(name).append(" ".repeat(width - name.length()));
      classes.forEach(other -> text.append(right("" + count(name, other), column)));
      text.append(right(number(precision(name)), 12))
          .append(right(number(recall(name)), 8))
          .append(right(number(OptionalDouble.of(f1(name))), 8))
          .append(right("" + support(name), 10))
          .append('\n');
    }
    return text.toString();
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "-";
  }
}
