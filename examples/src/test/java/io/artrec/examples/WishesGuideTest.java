package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommendation;
import io.artrec.Recommendations;
import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.examples.collection.BundledWorks;
import io.artrec.strategy.Hybrid;
import io.artrec.strategy.Popularity;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.search.TextSearch;
import io.artrec.text.subject.FoundSubject;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFinder;
import io.artrec.text.wish.ParsedWish;
import io.artrec.text.wish.WishCatalog;
import io.artrec.text.wish.WishParser;
import io.artrec.text.wish.WishPart;
import io.artrec.text.wish.WishPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Runs the code of docs/wishes.md, checks that it is the code that stands there, and that what a
 * wish refuses is never answered.
 */
class WishesGuideTest {
  private static final Catalog catalog = BundledWorks.load().catalog();
  private static final WishCatalog wishes = WishCatalog.of(catalog);
  private static final Recommender recommender =
      Recommender.builder()
          .catalog(catalog)
          .strategy(
              Hybrid.weighted()
                  .add(1, Popularity.allTime())
                  .add(3, TextSearch.byKeywords(TextAnalysis.english())))
          .build();

  private static final Map<Artwork, List<FoundSubject>> found =
      catalog.stream()
          .collect(Collectors.toMap(Function.identity(), SubjectFinder.standard()::find));

  @AfterAll
  static void close() {
    recommender.close();
  }

  @Test
  void wish_isReadShownBackAndAnswered() {
    ParsedWish wish = wishes.parser().parse("a quiet harbor in oil, no people, at most 90 cm wide");
    assertThat(wish.words(Locale.ENGLISH))
        .isEqualTo("calm; harbor; oil; without people; up to 90 cm wide");
    assertThat(wish.words(Locale.CHINESE)).isEqualTo("安静；港口；油画；不要人物；宽不超过90厘米");

    WishPlan plan = wishes.plan(wish);
    assertThat(plan.notes(Locale.ENGLISH)).isEmpty();
    Recommendations answer = recommender.recommend(plan.request().n(10).build());
    assertThat(answer).isNotEmpty();

    List<Artwork> shown =
        StreamSupport.stream(answer.spliterator(), false).map(Recommendation::artwork).toList();
    WishPlan cheaper = wishes.plan(wishes.parser().parseCorrection("older, and less blue"), shown);
    assertThat(cheaper.excluded()).hasSize(shown.size());
    List<WishPart> refused = wishes.parser().parse("nothing violent, 不要战争").unwanted();
    assertThat(refused).hasSize(2);
  }

  @Test
  void guernica_isNoAnswerToNotWarNothingViolent() {
    WishPlan plan = wishes.plan(wishes.parser().parse("not war, nothing violent"));
    Recommendations all = recommender.recommend(plan.request().n(400).build());
    assertThat(all).hasSizeGreaterThan(100).noneMatch(r -> r.artwork().id().equals("guernica"));
    assertThat(wishes.plan(wishes.parser().parse("xyzzy qwerty")).isAnswerable()).isFalse();
  }

  /** All wishes of the set that refuse something, judged here by other means than they are read. */
  @Test
  void whatIsRefused_isNotAmongTheFirstTen() throws IOException {
    int checked = 0;
    int temptations = 0;
    Map<String, Integer> violated = new TreeMap<>();
    for (String file : List.of("wishes-first.tsv", "wishes-second.tsv")) {
      for (String line : Files.readAllLines(wishFile(file))) {
        List<String> refused =
            line.startsWith("#") ? List.of() : refused(line.substring(line.lastIndexOf('\t') + 1));
        if (refused.isEmpty()) {
          continue;
        }
        WishPlan plan = wishes.plan(parsed(wishes.parser(), line.split("\t", -1)));
        List<Artwork> answer = new ArrayList<>();
        if (plan.isAnswerable()) {
          recommender
              .recommend(plan.request().n(10).seed(1).build())
              .forEach(one -> answer.add(one.artwork()));
        }
        for (String part : refused) {
          if (answer.stream().anyMatch(work -> has(work, part))) {
            violated.merge(file, 1, Integer::sum);
          }
          temptations += (int) catalog.stream().filter(work -> has(work, part)).count();
          checked++;
        }
      }
    }
    System.out.println(checked + " refused parts, answered nevertheless: " + violated);
    assertThat(violated).isEmpty();
    assertThat(checked).as("refused parts").isGreaterThan(60);
    assertThat(temptations).as("works that have what was refused").isGreaterThan(600);
  }

  private static ParsedWish parsed(WishParser parser, String[] cells) {
    return cells[2].equals("prev") ? parser.parseCorrection(cells[3]) : parser.parse(cells[3]);
  }

  private static List<String> refused(String parts) {
    return List.of(parts.split(";", -1)).stream()
        .map(String::strip)
        .filter(part -> part.startsWith("!"))
        .map(part -> part.substring(1))
        .toList();
  }

  private static boolean has(Artwork work, String part) {
    String slot = part.substring(0, part.indexOf('='));
    String value = part.substring(part.indexOf('=') + 1).toLowerCase(Locale.ROOT);
    return switch (slot) {
      case "subject" -> shows(work, value);
      case "artist", "like" -> work.artists().stream().anyMatch(by -> contains(by.name(), value));
      case "genre" -> work.genre().filter(genre -> contains(genre, value)).isPresent();
      case "style" -> work.movements().stream().anyMatch(style -> contains(style, value));
      case "medium", "support" ->
          work.medium().filter(medium -> contains(medium, value)).isPresent();
      case "color" ->
          work.attributes().getOrDefault("palette", List.of()).stream()
              .anyMatch(color -> color.replace("grey", "gray").equals(value));
      case "size" -> value.equals("large") && side(work) >= 100;
      default -> false;
    };
  }

  private static boolean shows(Artwork work, String value) {
    SubjectFinder finder = SubjectFinder.standard();
    List<Subject> meant = finder.tree().named(value, Locale.ENGLISH);
    return found.getOrDefault(work, List.of()).stream()
            .anyMatch(
                named -> meant.size() == 1 && finder.tree().isA(named.subject(), meant.get(0)))
        || work.subjects().contains(value);
  }

  private static boolean contains(String text, String value) {
    return text.toLowerCase(Locale.ROOT).contains(value);
  }

  private static double side(Artwork work) {
    return work.dimensions()
        .map(size -> Math.max(size.width().orElse(0), size.height().orElse(0)))
        .orElse(0.0);
  }

  private static Path wishFile(String name) {
    return project().resolve("artrec-text/src/test/resources/io/artrec/text/wish/" + name);
  }

  private static Path project() {
    Path root = Path.of("").toAbsolutePath();
    return Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    String here =
        squeeze(
            Files.readString(
                project()
                    .resolve("examples/src/test/java/io/artrec/examples/WishesGuideTest.java")));
    int checked = 0;
    boolean java = false;
    for (String line : Files.readString(project().resolve("docs/wishes.md")).lines().toList()) {
      if (line.startsWith("```")) {
        java = line.equals("```java");
      } else if (java) {
        String code =
            squeeze(line.replaceFirst(" *//.*", "").replaceFirst("^(wish|plan)(.*);", "$1$2"));
        assertThat(here).as(line).contains(code);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(8);
  }

  private static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }
}
