package io.artrec.text.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectLikenessTest {
  static final SubjectTree TOY =
      SubjectTree.of(
          "toy.txt",
          List.of(
              "thing | 物",
              "  vessel | 船舶",
              "    ship | 大船",
              "    boat | 小船",
              "  fruit | 水果",
              "    apple | 苹果"));
  static final Catalog CATALOG =
      Catalog.of(work("a", "ship"), work("b", "boat"), work("c", "apple"), work("d", "apples"));

  static Artwork work(String id, String... subjects) {
    Artwork.Builder builder = Artwork.builder(id, "Untitled");
    List.of(subjects).forEach(builder::subject);
    return builder.build();
  }

  private final SubjectLikeness toy = SubjectLikeness.of(SubjectFinder.of(TOY), CATALOG);

  private double lin(String a, String b) {
    return toy.between(TOY.get(a), TOY.get(b));
  }

  @Test
  void information_isOfSharesThatGrowUpwards() {
    // 4 works: all show a thing, 2 a vessel, 1 a ship; one is added to each.
    assertThat(toy.information(TOY.get("thing"))).isZero();
    assertThat(toy.information(TOY.get("vessel"))).isEqualTo(Math.log(5 / 3.0), within(1e-12));
    assertThat(toy.information(TOY.get("ship"))).isEqualTo(Math.log(5 / 2.0), within(1e-12));
  }

  @Test
  void subjects_areAlikeByLin() {
    assertThat(lin("ship", "boat")).isEqualTo(0.557493, within(1e-6)); // ln(5/3) / ln(5/2)
    assertThat(lin("ship", "vessel")).isEqualTo(0.715885, within(1e-6));
    assertThat(lin("ship", "ship")).isEqualTo(1);
    assertThat(lin("ship", "apple")).isZero();
    assertThat(lin("thing", "apple")).isZero();
  }

  @Test
  void sets_areAlikeByTheirBestMatches() {
    Artwork two = work("x", "ship", "apple");
    Artwork one = work("y", "boat");
    // Ship finds boat, apple finds nothing, boat finds ship.
    assertThat(toy.between(two, one).orElseThrow()).isEqualTo(0.371662, within(1e-6));
    assertThat(toy.between(two, two)).hasValue(1);
    assertThat(toy.between(two, work("z"))).isEmpty();
  }

  @Test
  void whatIsShared_isTheMostSpecialAndNeverVague() {
    SubjectLikeness likeness = SubjectLikeness.of(SubjectFinder.standard(), CATALOG);
    assertThat(likeness.shared(work("x", "schooner", "lily"), work("y", "frigate", "oak")))
        .extracting(Subject::id)
        .containsExactly("sailing-ship");
    assertThat(likeness.shared(work("x", "schooner"), work("y", "apple"))).isEmpty();
    assertThat(likeness.shared(work("x", "schooner"), work("y", "train"))).isEmpty();
    assertThat(likeness.shared(work("x", "lotus"), work("y", "荷花")))
        .extracting(Subject::id)
        .containsExactly("lotus");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void likeness_isSymmetricAndBounded(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      Set<Subject> a = drawn(random);
      Set<Subject> b = drawn(random);
      double between = toy.between(a, b).orElseThrow();
      assertThat(between).as("seed %d", seed).isBetween(0.0, 1.0);
      assertThat(toy.between(b, a)).as("seed %d", seed).hasValue(between);
    }
  }

  private static Set<Subject> drawn(Random random) {
    Set<Subject> drawn = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      drawn.add(TOY.subjects().get(random.nextInt(TOY.size())));
    }
    return drawn;
  }
}
