package io.artrec.vision.color;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says a palette in a few words. */
final class PaletteWords {
  private static final double MOSTLY = 0.5;
  private static final double MUCH = 0.15;
  private static final double SAID = 0.05;
  private static final int NAMES = 4;

  private PaletteWords() {}

  static String of(Palette palette, Locale language) {
    Map<ColorName, Double> shares = new LinkedHashMap<>();
    for (Palette.Part part : palette.parts()) {
      shares.merge(part.name(), part.share(), Double::sum);
    }
    List<Map.Entry<ColorName, Double>> ordered =
        shares.entrySet().stream()
            .sorted(Map.Entry.<ColorName, Double>comparingByValue(Comparator.reverseOrder()))
            .toList();
    List<String> much = new ArrayList<>();
    List<String> little = new ArrayList<>();
    for (int i = 0; i < Math.min(NAMES, ordered.size()); i++) {
      double share = ordered.get(i).getValue();
      String word = ordered.get(i).getKey().word(language);
      if (i == 0 || share >= MUCH) {
        much.add(word);
      } else if (share >= SAID) {
        little.add(word);
      }
    }
    boolean mostly = ordered.get(0).getValue() >= MOSTLY && much.size() + little.size() > 1;
    return language.getLanguage().equals("zh")
        ? chinese(much, little, mostly)
        : english(much, little, mostly);
  }

  private static String english(List<String> much, List<String> little, boolean mostly) {
    List<String> rest = new ArrayList<>(mostly ? much.subList(1, much.size()) : List.of());
    for (String word : little) {
      rest.add("a little " + word);
    }
    String first = mostly ? "mostly " + much.get(0) : joined(much, " and ");
    return rest.isEmpty() ? first : first + ", with " + joined(rest, " and ");
  }

  private static String chinese(List<String> much, List<String> little, boolean mostly) {
    String first = mostly ? "以" + much.get(0) + "为主" : String.join("、", much);
    List<String> rest = new ArrayList<>(mostly ? much.subList(1, much.size()) : List.of());
    for (String word : little) {
      rest.add("少许" + word);
    }
    return rest.isEmpty() ? first : first + "，兼有" + String.join("、", rest);
  }

  private static String joined(List<String> words, String last) {
    return words.size() == 1
        ? words.get(0)
        : String.join(", ", words.subList(0, words.size() - 1))
            + last
            + words.get(words.size() - 1);
  }
}
