package io.artrec.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for each thing and one spelling, in the names of public types and methods. */
class PublicNamesTest {
  private static final List<Class<?>> TYPES = PublicTypes.exported();

  /** Written color, favorite, behavior, neighbor, gray, center, catalog, normalize and so on. */
  private static final List<String> OTHER_SPELLINGS =
      List.of(
          "colour",
          "favourite",
          "behaviour",
          "neighbour",
          "grey",
          "centre",
          "catalogue",
          "licence",
          "analyse",
          "artefact",
          "judgement",
          "modelled",
          "labelled",
          "customis",
          "initialis",
          "normalis",
          "optimis",
          "organis",
          "recognis",
          "regularis",
          "standardis",
          "summaris",
          "tokenis",
          "visualis",
          "vectoris");

  @Test
  void names_areSpelledTheAmericanWay() {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : TYPES) {
      names.add(type.getSimpleName());
      Stream.of(type.getMethods())
          .filter(method -> method.getDeclaringClass().getName().startsWith("io.artrec."))
          .map(Method::getName)
          .forEach(names::add);
      Stream.of(type.getFields()).map(field -> field.getName()).forEach(names::add);
    }
    assertThat(names)
        .filteredOn(name -> OTHER_SPELLINGS.stream().anyMatch(lower(name)::contains))
        .isEmpty();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "");
  }

  /** Identifiers say user and artwork; prose may say visitor and work. */
  @Test
  void types_sayUserAndArtwork() {
    assertThat(TYPES)
        .extracting(Class::getSimpleName)
        .filteredOn(name -> says(name, "Visitor", "Visitors", "Work", "Works"))
        .isEmpty();
  }

  private static boolean says(String name, String... words) {
    return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])")).anyMatch(List.of(words)::contains);
  }
}
