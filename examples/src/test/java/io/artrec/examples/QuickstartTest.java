package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.LoadedCatalog;
import io.artrec.djl.ModelException;
import io.artrec.examples.collection.BundledWorks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickstartTest {
  @TempDir Path folder;

  @TempDir static Path cache;

  private static String run(String... asked) {
    List<String> args = new ArrayList<>(List.of("--cache", cache.toString()));
    args.addAll(List.of(asked));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Optional<String> problem =
        Quickstart.run(
            args.toArray(String[]::new), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return problem
        .map(message -> "PROBLEM " + message)
        .orElse(bytes.toString(StandardCharsets.UTF_8));
  }

  @Test
  void bundledCatalog_isWhatTheReadmeSays() {
    LoadedCatalog loaded = BundledWorks.load();
    Catalog catalog = loaded.catalog();

    assertThat(loaded.report().isClean()).as(loaded.report().toString()).isTrue();
    assertThat(catalog.size()).isGreaterThanOrEqualTo(250);
    Set<String> movements = new HashSet<>();
    Set<String> continents = new HashSet<>();
    int withoutArtist = 0;
    for (Artwork artwork : catalog) {
      movements.addAll(artwork.movements());
      continents.addAll(artwork.attributes().get("continent"));
      withoutArtist += artwork.artists().isEmpty() ? 1 : 0;
      assertThat(artwork.genre()).as(artwork.id()).isPresent();
      assertThat(artwork.medium()).as(artwork.id()).isPresent();
      assertThat(artwork.description().orElse("")).as(artwork.id()).endsWith(".");
      assertThat(artwork.subjects()).as(artwork.id()).isNotEmpty();
      assertThat(artwork.attributes()).as(artwork.id()).containsKeys("collection", "culture");
      assertThat(artwork.created()).as(artwork.id()).isPresent();
      assertThat(artwork.created().orElseThrow().first()).as(artwork.id()).isBetween(1300, 1960);
      assertThat(artwork.created().orElseThrow().last()).as(artwork.id()).isLessThanOrEqualTo(1960);
    }
    assertThat(withoutArtist).as("by somebody whose name nobody knows").isLessThanOrEqualTo(5);
    assertThat(catalog.stream().map(work -> work.medium().orElse("").toLowerCase(Locale.ROOT)))
        .areAtLeast(100, containing("oil on"))
        .areAtLeast(15, containing("woodblock"))
        .areAtLeast(10, containing("bronze"))
        .areAtLeast(15, containing("gelatin silver"));
    assertThat(movements).hasSizeGreaterThan(40);
    assertThat(continents).hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void everyLine_fitsEightyColumns_inBothLanguages() {
    for (String language : new String[] {"en", "zh"}) {
      String printed = run("--lang", language);
      assertThat(printed).contains(language.equals("en") ? "For somebody never seen" : "给从未来过的观众");
      assertThat(printed.lines())
          .allSatisfy(
              line -> assertThat(Page.columns(line)).as(line).isLessThanOrEqualTo(Page.WIDTH));
    }
  }

  @Test
  void paintingsThatLookAlike_areShownBesideTheBundledCatalogAlone() throws IOException {
    assertThat(run("--words-only", "--n", "1"))
        .containsPattern(
            "From the atelier(?s).*56 paintings made by this example.*Like Blue Hour, North Quay"
                + " - Ilse Maren, 1910:.* 1\\. .* - Ilse Maren, .*the same navy blue.*Asked for");
    assertThat(run("--words-only", "--n", "1", "--lang", "zh"))
        .containsPattern("画室：按眼睛所见(?s).*与此画相近：北码头的蓝色时刻 - 伊尔泽·马伦.*用自己的话来找");
    Path works = folder.resolve("works.csv");
    Files.writeString(works, "id,title\n1,Boats at sea\n2,A boat\n");
    assertThat(run("--catalog", works.toString(), "--words-only"))
        .contains("2 artworks loaded")
        .doesNotContain("atelier");
  }

  @Test
  void sameProgram_printsTheSame() {
    assertThat(run("--visitor", "ada")).isEqualTo(run("--visitor", "ada"));
  }

  @Test
  void ownCatalog_needsNoMoreThanIdAndTitle() throws IOException {
    Path works = folder.resolve("works.csv");
    Files.writeString(works, "id,title\n1,Boats at sea\n2,A boat\n3,Still life with apples\n");
    Path visits = folder.resolve("visits.csv");
    Files.writeString(visits, "user,artwork,kind\nada,1,favorite\nada,99,view\n");
    String printed =
        run("--catalog", works.toString(), "--interactions", visits.toString(), "--n", "2");

    assertThat(printed).contains("3 artworks loaded", "2 works for ada", "1. A boat");
  }

  @Test
  void fewWorksWithoutFeatures_areAnsweredOrSaidToBeSeen() throws IOException {
    Path works = folder.resolve("works.csv");
    Files.writeString(works, "id,title\n1,A\n2,B\n3,C\n4,D\n");
    assertThat(run("--catalog", works.toString(), "--words-only"))
        .contains("Features: none", "2 works for ", "Nothing to compare by")
        .containsPattern("Favourited: .\\R(?s).{0,5}Nothing is left to recommend");
    Files.writeString(works, "id,title\n1,A\n");
    assertThat(run("--catalog", works.toString(), "--words-only"))
        .contains("Nothing is left to recommend: every work has been seen.");
  }

  @Test
  void oneWork_isAskedForBeforeAndAfterFeedback() {
    assertThat(run("--n", "1"))
        .contains("1 work for ", "Disliked:   ", "Favourited: ", "For somebody never seen");
  }

  @Test
  void worksOfOneTitle_areToldApart() throws IOException {
    Path works = folder.resolve("works.csv");
    Files.writeString(
        works, "id,title,artist\n1,Landscape,A\n2,Landscape,B\n3,Landscape,C\n4,Landscape,D\n");
    assertThat(run("--catalog", works.toString(), "--visitor", "nobody"))
        .containsPattern("Disliked:   Landscape - [A-D]\\RFavourited: Landscape - [A-D]\\R");
  }

  @Test
  void titlesOfManyLinesAndEndlessWords_keepThePageWhole() throws IOException {
    Path works = folder.resolve("works.csv");
    Files.writeString(
        works,
        "id,title,artist\n1,\"Two\nlines,\ta tab, \u001B[31mred\",A\n2,"
            + "W".repeat(300)
            + ",A\n3,Third,B\n4,Fourth,C\n");
    String printed = run("--catalog", works.toString());

    assertThat(printed).contains("Two lines, a tab,  [31mred").doesNotContain("\u001B", "\t");
    assertThat(printed.lines())
        .allSatisfy(
            line -> assertThat(Page.columns(line)).as(line).isLessThanOrEqualTo(Page.WIDTH));
  }

  @Test
  void chineseCatalog_isReadAsChinese() throws IOException {
    Path works = folder.resolve("works.csv");
    Files.writeString(works, "id,title,description\n1,睡莲,池塘里的睡莲\n2,荷花,池塘里的荷花\n3,星夜,夜空中的星星\n");
    assertThat(run("--catalog", works.toString(), "--lang", "zh"))
        .contains("text-embedding")
        .doesNotContain("No language model");
    assertThat(run("--catalog", works.toString(), "--lang", "zh", "--words-only"))
        .contains("tf-idf-zh")
        .doesNotContain("tf-idf-en");
  }

  @Test
  void headings_areChineseWhereAskedFor() throws IOException {
    Path works = folder.resolve("works.csv");
    Files.writeString(
        works,
        "id,title,artist,subjects,palette\n1,睡莲,莫奈,池塘|花,蓝\n2,荷花,莫奈,池塘|花,蓝\n3,池边,莫奈,池塘|树,蓝\n4,麦田,梵高,田野,黄\n");
    String printed =
        run(
            "--catalog",
            works.toString(),
            "--lang",
            "zh",
            "--words-only",
            "--visitor",
            "nobody",
            "--wish",
            "我想看池塘里的花");

    assertThat(printed.lines().filter(line -> !line.startsWith(" ")))
        .contains("artrec：已载入 4 件作品", "用自己的话来找", "给从未来过的观众", "按题材", "按作者", "按色彩（文字所述）")
        .noneMatch(line -> line.startsWith("by ") || line.startsWith("Like "));
    assertThat(printed)
        .contains("（共有的词：", "池塘", "对这位观众尚无了解。", "不喜欢：", "收藏：")
        .doesNotContain("words in common", "Known from", "（共有的词：我想看池塘里的花）");
  }

  @Test
  void wordsInCommon_areThoseOfTheLanguage() {
    assertThat(Quickstart.shared("我想看池塘里的花", "池塘里的睡莲开花了")).contains("池塘").doesNotContain("我");
    assertThat(Quickstart.shared("boats in storms", "A boat in a storm"))
        .containsExactly("boats", "storms");
  }

  @Test
  void metFile_isReadWithArtistsAndDates() throws IOException {
    Path works = folder.resolve("MetObjects.csv");
    try (InputStream in =
        Objects.requireNonNull(QuickstartTest.class.getResourceAsStream("h10-met-by-name.csv"))) {
      Files.copy(in, works);
    }
    assertThat(run("--catalog", works.toString(), "--words-only", "--n", "2"))
        .contains(
            "columns as in the files of the Metropolitan Museum of Art (met)",
            "no column filled movement, technique",
            "River in Autumn - Ada Lindqvist, 1872",
            "artist (1 without)",
            "genre (1 of one work only)");
    assertThat(run("--catalog", works.toString(), "--words-only", "--n", "2", "--layout", "met"))
        .contains("River in Autumn - Ada Lindqvist, 1872")
        .doesNotContain("columns as in the files");
  }

  @Test
  void columns_areNamedByOptions() throws IOException {
    Path works = folder.resolve("works.csv");
    Files.writeString(works, "sku;caption;who\n1;Boats;Ada\n2;Mill;Ada\n3;Weir;Ines\n");
    assertThat(run("--catalog", works.toString()))
        .startsWith(
            "PROBLEM cannot load artworks from "
                + works
                + ": no column for id and title among [sku, caption, who]; name it with --column id=NAME");
    String[] named = {
      "--catalog",
      works.toString(),
      "--words-only",
      "--column",
      "id=sku",
      "--column",
      "title=caption",
      "--column",
      "artist=who"
    };
    assertThat(run(named)).contains("3 artworks loaded", "Boats - Ada");
    Path visits = folder.resolve("visits.csv");
    Files.writeString(visits, "guest,work\nada,1\n");
    List<String> more = new ArrayList<>(List.of(named));
    more.addAll(List.of("--interactions", visits.toString()));
    assertThat(run(more.toArray(String[]::new)))
        .contains("no column for the user among [guest, work]; name it with --column user=NAME");
    more.addAll(List.of("--column", "user=guest"));
    assertThat(run(more.toArray(String[]::new))).contains("for ada");
  }

  @Test
  void refusals_nameOptions() throws IOException {
    Path works = folder.resolve("works.csv");
    Files.write(works, "id,title\n1,T\n".getBytes(StandardCharsets.UTF_16));
    assertThat(run("--catalog", works.toString()))
        .endsWith("if it is UTF-16 or another charset, say --charset UTF-16 or the like");
    assertThat(run("--catalog", works.toString(), "--charset", "UTF-16", "--words-only"))
        .contains("1 artwork loaded");
    Files.writeString(works, "id,title\n" + "x,\n".repeat(11) + "1,T\n");
    assertThat(run("--catalog", works.toString()))
        .contains("mend the rows, map the columns, or raise --tolerate");
    assertThat(run("--catalog", works.toString(), "--tolerate", "95", "--words-only"))
        .contains("11 rows skipped");
    Files.writeString(works, "id,title,price\n1,T,5\n");
    assertThat(run("--catalog", works.toString(), "--words-only"))
        .contains("--currency EUR says the currency of prices without");
    assertThat(run("--catalog", works.toString(), "--words-only", "--currency", "eur"))
        .doesNotContain("left out");
  }

  @Test
  void imageNameThatIsNoFileName_costsOnlyThatImage() throws IOException {
    Path works = folder.resolve("works.jsonl");
    Files.writeString(
        works,
        "{\"id\":\"1\",\"title\":\"Sea\",\"image\":\"\\ud800.jpg\"}\n{\"id\":\"2\",\"title\":\"The sea\"}\n");
    assertThat(run("--catalog", works.toString(), "--images", folder.toString()))
        .contains("2 artworks loaded", "For somebody never seen");
  }

  @Test
  void wish_findsWorksByMeaning() {
    assertThat(run("--n", "3"))
        .contains("Asked for in words", "“bad weather”", "not one word in common", "by meaning");
    assertThat(run("--n", "3", "--wish", "fishermen in danger"))
        .contains("“fishermen in danger”", "The Great Wave off Kanagawa");
    assertThat(run("--wish", " ")).isEqualTo("PROBLEM --wish is blank, expected words");
  }

  @Test
  void wishThatNoWordFits_isNotSaidToBeFoundByMeaning() {
    assertThat(run("--n", "3", "--words-only", "--wish", "xyzzy"))
        .contains("(does not fit the wish; here for the reasons above)")
        .doesNotContain("by meaning");
  }

  @Test
  void modelThatCannotLoad_isSaidInOneLine_andWordsTakeOver() {
    TextMeaning meaning =
        TextMeaning.byModel(
            false,
            () -> {
              throw new ModelException(
                  "the engine is not there; it is the application's choice, add:\n  lines");
            });
    assertThat(meaning.note())
        .hasValue("No language model, words instead (TF-IDF): the engine is not there");
    assertThat(meaning.feature().spec().name()).isEqualTo("tf-idf-en");
    assertThat(run("--n", "2", "--words-only", "--wish", "storm"))
        .contains("tf-idf-en", "words in common: storm")
        .doesNotContain("by meaning");
  }

  @Test
  void emptyCatalog_isSaid() throws IOException {
    Path works = folder.resolve("works.csv");
    Files.writeString(works, "id,title\n");
    assertThat(run("--catalog", works.toString())).startsWith("PROBLEM the catalogue is empty");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "--n 0|--n is '0', expected a whole number from 1 to 1000",
        "--n many|--n is 'many', expected a whole number from 1 to 1000",
        "--lang fr|--lang is 'fr', expected en or zh",
        "--catalog|--catalog needs a value; --help says which",
        "--what|unknown option '--what'; --help lists them",
        "--layout louvre|--layout is 'louvre', expected one of aic, carnegie, cleveland, cooper-hewitt, harvard, met, mia, moma, nga, tate, names",
        "--charset none|--charset is 'none', expected the name of a charset, such as UTF-16 or GB18030",
        "--currency euro|--currency is 'euro', expected an ISO 4217 code, such as EUR",
        "--tolerate much|--tolerate is 'much', expected a number from 0 to 100",
      })
  void badOption_isNamed(String args, String message) {
    assertThat(run(args.split(" ", -1))).isEqualTo("PROBLEM " + message);
  }

  @Test
  void columnOfNoField_listsTheFields() {
    for (String wrong : List.of("sku", "sku=id", "=id")) {
      assertThat(run("--column", wrong))
          .startsWith(
              "PROBLEM --column is '"
                  + wrong
                  + "', expected FIELD=NAME with one of the fields id, title,")
          .endsWith("user, artwork, kind, value, time, comment, event_id");
    }
  }

  @Test
  void missingFile_isNamed() {
    assertThat(run("--catalog", folder.resolve("none.csv").toString()))
        .startsWith("PROBLEM")
        .contains("none.csv");
    assertThat(run("--images", folder.resolve("none").toString()))
        .isEqualTo("PROBLEM image folder " + folder.resolve("none") + " does not exist");
  }

  @Test
  void help_listsTheOptions() {
    assertThat(run("--help").toLowerCase(Locale.ROOT))
        .contains("--catalog", "--images", "--interactions", "--visitor", "--n", "--lang")
        .contains("--layout", "--column", "--charset", "--currency", "--tolerate");
    assertThat(run("--help").lines()).allMatch(line -> line.length() <= Page.WIDTH);
  }

  private static Condition<String> containing(String word) {
    return new Condition<>(text -> text.contains(word), word);
  }
}
