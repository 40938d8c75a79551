package io.artrec.text.mood;

import io.artrec.text.subject.FoundSubject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a work that tells of its mood: how much of each source, the numbers, and what
 * was found in words.
 */
final class MoodEvidence {
  private final Map<MoodSource, Double> amounts = new EnumMap<>(MoodSource.class);
  private final Map<MoodInput, Double> inputs = new EnumMap<>(MoodInput.class);
  private List<MoodWord> words = List.of();
  private List<FoundSubject> subjects = List.of();

  /** Says how much there is of a source; more than 0. */
  void add(MoodSource source, double amount) {
    amounts.put(source, amount);
  }

  void set(MoodInput input, double value) {
    inputs.put(input, value);
  }

  void found(List<MoodWord> foundWords, List<FoundSubject> foundSubjects) {
    words = List.copyOf(foundWords);
    subjects = List.copyOf(foundSubjects);
  }

  List<MoodWord> words() {
    return words;
  }

  List<FoundSubject> subjects() {
    return subjects;
  }

  double amount(MoodSource source) {
    return amounts.getOrDefault(source, 0.0);
  }

  double get(MoodInput input) {
    return inputs.getOrDefault(input, 0.0);
  }

  boolean isEmpty() {
    return amounts.isEmpty();
  }

  boolean has(MoodSource source) {
    return amounts.containsKey(source);
  }

  /** The weight of all evidence of valence, where not knowing anything weighs 1. */
  double valenceWeight() {
    return amounts.entrySet().stream()
        .mapToDouble(entry -> entry.getKey().valenceWeight() * entry.getValue())
        .sum();
  }

  double arousalWeight() {
    return amounts.entrySet().stream()
        .mapToDouble(entry -> entry.getKey().arousalWeight() * entry.getValue())
        .sum();
  }

  /** An input as it counts for valence: its number times the share of its source. */
  double forValence(MoodInput input) {
    return get(input)
        * amount(input.source())
        * input.source().valenceWeight()
        / (1 + valenceWeight());
  }

  double forArousal(MoodInput input) {
    return get(input)
        * amount(input.source())
        * input.source().arousalWeight()
        / (1 + arousalWeight());
  }
}
