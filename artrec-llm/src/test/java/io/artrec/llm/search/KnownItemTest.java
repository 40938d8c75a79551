package io.artrec.llm.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogLoader;
import io.artrec.llm.embedding.TransformerEncoder;
import io.artrec.strategy.Strategy;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.embedding.SentenceEncoder;
import io.artrec.text.search.CatalogSearch;
import io.artrec.text.search.TextSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Questions written from one record each: the blend finds the record among five as often as words
 * do, and as meaning does. What means nothing finds nothing.
 */
class KnownItemTest {
  private static final TransformerEncoder MINI_LM = TransformerEncoder.miniLm();
  private static final TextAnalysis ENGLISH = TextAnalysis.english();
  private static final SentenceEncoder ENCODER = new Remembering();
  private static final int SHOWN = 5;

  /** What the last digits of a quantised encoder may move on another kind of processor. */
  private static final double LAST_DIGITS = 0.011;

  @AfterAll
  static void close() {
    MINI_LM.close();
  }

  private static Catalog examples() {
    Path file =
        Path.of(
            "../examples/collection/src/main/resources/io/artrec/examples/collection/artworks.csv");
    return CatalogLoader.csv(file).load().catalog();
  }

  @Test
  void examplesCatalogue_isSearchedByTheBlendAtLeastAsWell() throws IOException {
    assertBlendHolds("examples", examples(), KnownItem.read("examples-questions.tsv"));
  }

  @Test
  void whatMeansNothing_findsNothing() {
    for (Strategy strategy :
        List.of(
            TextSearch.byMeaning(ENCODER),
            TextSearch.byKeywords(ENGLISH),
            TextSearch.blended(ENCODER, ENGLISH))) {
      CatalogSearch search = CatalogSearch.of(examples(), strategy);
      for (String wish : List.of("zzzz qqqq", "asdfghjkl", "圣母与圣子", "?!", "the", "123456")) {
        assertThat(search.search(wish, SHOWN)).as(wish).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 11})
  void madeUpGallery_isSearchedByTheBlendAtLeastAsWell(int seed) throws IOException {
    MadeUpGallery gallery = MadeUpGallery.of(600, 200, seed);
    assertBlendHolds("made up " + seed, gallery.catalog(), gallery.questions());
  }

  private static void assertBlendHolds(String name, Catalog catalog, List<KnownItem> questions)
      throws IOException {
    assertThat(questions).hasSizeGreaterThanOrEqualTo(200);
    boolean[] words = found(catalog, TextSearch.byKeywords(ENGLISH), questions);
    boolean[] meaning = found(catalog, TextSearch.byMeaning(ENCODER), questions);
    boolean[] blend = found(catalog, TextSearch.blended(ENCODER, ENGLISH), questions);
    Difference lessMeaning = Difference.of(blend, meaning);
    String report =
        String.format(
            Locale.ROOT,
            "%s, %d questions about %d works, recall@5: words %.3f, meaning %.3f, blend %.3f; blend less words %s, less meaning %s%n",
            name,
            questions.size(),
            catalog.size(),
            recall(words),
            recall(meaning),
            recall(blend),
            Difference.of(blend, words),
            lessMeaning);
    Files.writeString(Path.of("target", "known-items-" + name.replace(' ', '-') + ".txt"), report);
    assertThat(recall(blend)).isGreaterThanOrEqualTo(recall(words));
    assertThat(lessMeaning.mean()).isGreaterThanOrEqualTo(-LAST_DIGITS);
    assertThat(lessMeaning.high()).isGreaterThanOrEqualTo(0);
  }

  private static boolean[] found(Catalog catalog, Strategy strategy, List<KnownItem> questions) {
    CatalogSearch search = CatalogSearch.of(catalog, strategy);
    boolean[] found = new boolean[questions.size()];
    for (int q = 0; q < found.length; q++) {
      KnownItem item = questions.get(q);
      found[q] =
          search.search(item.question(), SHOWN).stream()
              .anyMatch(result -> result.artwork().id().equals(item.id()));
    }
    return found;
  }

  private static double recall(boolean[] found) {
    int count = 0;
    for (boolean one : found) {
      count += one ? 1 : 0;
    }
    return (double) count / found.length;
  }

  /** The mean difference and its paired bootstrap interval of 95 % over the questions. */
  private record Difference(double mean, double low, double high) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%+.3f [%+.3f, %+.3f]", mean, low, high);
    }

    static Difference of(boolean[] one, boolean[] other) {
      int rounds = 2_000;
      double[] means = new double[rounds];
      SplittableRandom random = new SplittableRandom(1);
      for (int r = 0; r < rounds; r++) {
        int sum = 0;
        for (int i = 0; i < one.length; i++) {
          int q = random.nextInt(one.length);
          sum += (one[q] ? 1 : 0) - (other[q] ? 1 : 0);
        }
        means[r] = (double) sum / one.length;
      }
      Arrays.sort(means);
      return new Difference(
          recall(one) - recall(other), means[rounds / 40], means[rounds - 1 - rounds / 40]);
    }
  }

  /** MiniLM, encoding each text once however many searches want it. */
  private static final class Remembering implements SentenceEncoder {
    private final Map<String, Optional<float[]>> known = new HashMap<>();

    @Override
    public String name() {
      return MINI_LM.name();
    }

    @Override
    public int dimensions() {
      return MINI_LM.dimensions();
    }

    @Override
    public double fitsFrom() {
      return MINI_LM.fitsFrom();
    }

    @Override
    public Optional<float[]> encode(String text) {
      return known.computeIfAbsent(text, MINI_LM::encode);
    }
  }
}
