package io.artrec.text.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.catalog.Artwork;
import io.artrec.text.embedding.SentenceEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectTiesTest {
  private static final SubjectTree TREE =
      SubjectTree.of(
          "ties.txt",
          List.of(
              "thing | 物",
              "  weapon | 武器",
              "    bow (weapon) | 弓箭",
              "  music | 音乐",
              "    bow (violin) | 琴弓",
              "    string | 琴弦"));
  private static final SubjectFinder PLAIN = SubjectFinder.of(TREE);
  private static final SubjectFinder SETTLING = PLAIN.ties(new Fields());

  private static List<String> ids(SubjectFinder finder, String... subjects) {
    Artwork.Builder work = Artwork.builder("w", "Untitled");
    List.of(subjects).forEach(work::subject);
    return finder.find(work.build()).stream().map(found -> found.subject().id()).toList();
  }

  @Test
  void otherWords_settleAName() {
    assertThat(ids(PLAIN, "bow", "hunting deer")).isEmpty();
    assertThat(ids(SETTLING, "bow", "hunting deer")).containsExactly("bow-weapon");
    assertThat(ids(SETTLING, "bow", "a sonata")).containsExactly("bow-violin");
  }

  @Test
  void nothingLeads_leavesItOpen() {
    assertThat(ids(SETTLING, "bow")).isEmpty();
    assertThat(ids(SETTLING, "bow", "hunting a sonata")).isEmpty();
    assertThat(ids(SETTLING, "bow", "something else")).isEmpty();
  }

  @Test
  void branch_settlesFirst() {
    assertThat(ids(SETTLING, "bow", "string", "hunting deer"))
        .containsExactly("bow-violin", "string");
  }

  @Test
  void encoder_isPartOfTheFeaturesIdentity() {
    assertThat(SubjectFeature.of(SETTLING).spec().identity())
        .contains("fields")
        .isNotEqualTo(SubjectFeature.of(PLAIN).spec().identity());
  }

  /** Two dimensions: hunting and arms, music. */
  private static final class Fields implements SentenceEncoder {
    @Override
    public String name() {
      return "fields";
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public Optional<float[]> encode(String text) {
      String words = text.toLowerCase(Locale.ROOT);
      double arms = words.contains("weapon") || words.contains("hunting") ? 1 : 0;
      double music = words.contains("music") || words.contains("sonata") ? 1 : 0;
      double length = Math.hypot(arms, music);
      return length == 0
          ? Optional.empty()
          : Optional.of(new float[] {(float) (arms / length), (float) (music / length)});
    }
  }
}
