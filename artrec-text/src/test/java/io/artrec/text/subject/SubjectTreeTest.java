package io.artrec.text.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectTreeTest {
  private static final SubjectTree TREE = SubjectTree.standard();

  private static SubjectTree tree(String... lines) {
    return SubjectTree.of("mine.txt", List.of(lines));
  }

  @Test
  void schooner_isAVessel() {
    Subject schooner = TREE.get("schooner");

    assertThat(TREE.ancestors(schooner))
        .extracting(Subject::id)
        .startsWith("sailing-ship", "ship", "vessel", "vehicle", "thing");
    assertThat(TREE.depth(schooner)).isEqualTo(5);
    assertThat(TREE.isA(schooner, TREE.get("vessel"))).isTrue();
    assertThat(TREE.isA(TREE.get("vessel"), schooner)).isFalse();
    assertThat(schooner.label(Locale.CHINESE)).isEqualTo("纵帆船");
    assertThat(TREE.named("纵帆船", Locale.CHINESE)).containsExactly(schooner);
    assertThat(TREE.named("Schooners", Locale.ENGLISH)).containsExactly(schooner);
  }

  @Test
  void subject_mayHaveSeveralParents() {
    Subject ark = TREE.get("ark");
    assertThat(TREE.parents(ark)).extracting(Subject::id).containsExactly("ship", "story-of-noah");
    assertThat(TREE.children(TREE.get("story-of-noah"))).contains(ark);
    assertThat(TREE.depth(ark)).isEqualTo(4);
  }

  @Test
  void names_areFoundInThePlural() {
    assertThat(TREE.named("fishermen", Locale.ENGLISH)).containsExactly(TREE.get("fisherman"));
    assertThat(TREE.named("wolves", Locale.ENGLISH)).containsExactly(TREE.get("wolf"));
    assertThat(TREE.named("geese", Locale.ENGLISH)).containsExactly(TREE.get("goose"));
    assertThat(TREE.named("still lifes", Locale.ENGLISH)).isEmpty();
    assertThat(TREE.named("Cafés", Locale.ENGLISH)).containsExactly(TREE.get("cafe"));
  }

  @Test
  void marks_areInherited() {
    assertThat(TREE.get("massacre").marks())
        .containsExactlyInAnyOrder(Distress.WAR, Distress.CRUELTY, Distress.DEATH);
    assertThat(TREE.get("execution").marks()).contains(Distress.CRUELTY, Distress.DEATH);
    assertThat(TREE.get("female-nude").marks()).containsExactly(Distress.NUDITY);
    assertThat(TREE.get("plague").marks())
        .containsExactlyInAnyOrder(Distress.ILLNESS, Distress.DEATH);
    assertThat(TREE.get("submarine").marks()).containsExactly(Distress.WAR);
    assertThat(TREE.get("knight").marks()).as("taken away").isEmpty();
    assertThat(TREE.get("schooner").marks()).isEmpty();
  }

  @Test
  void standard_isWhole() {
    assertThat(TREE.size()).isGreaterThanOrEqualTo(1_200);
    Set<String> ids = new HashSet<>();
    for (Subject subject : TREE.subjects()) {
      assertThat(ids.add(subject.id())).as(subject.id()).isTrue();
      assertThat(subject.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
      assertThat(subject.names(Locale.CHINESE)).isNotEmpty().allMatch(SubjectWords::isChinese);
      assertThat(subject.names(Locale.ENGLISH)).isNotEmpty().noneMatch(SubjectWords::isChinese);
      assertThat(TREE.ancestors(subject)).doesNotContain(subject);
      assertThat(TREE.depth(subject)).isLessThanOrEqualTo(TREE.ancestors(subject).size());
      assertThat(TREE.named(subject.label(Locale.ENGLISH), Locale.ENGLISH)).contains(subject);
    }
  }

  @Test
  void unknownParent_isRefusedWithFileAndLine() {
    assertThatThrownBy(() -> tree("thing | 物", "  cup | 杯 | <dish"))
        .isInstanceOf(SubjectTreeException.class)
        .hasMessage("mine.txt, line 2: 'cup' has the unknown parent 'dish'");
  }

  @Test
  void circle_isRefused() {
    assertThatThrownBy(() -> tree("a | 甲 | <c", "  b | 乙", "    c | 丙"))
        .isInstanceOf(SubjectTreeException.class)
        .hasMessageContaining("'a' is a kind of itself")
        .hasMessageStartingWith("mine.txt, line 1");
  }

  @Test
  void nameOfTwo_isRefusedUnlessOneIsMarked() {
    assertThatThrownBy(() -> tree("weapon; bow | 武器", "ribbon; bow | 丝带"))
        .isInstanceOf(SubjectTreeException.class)
        .hasMessageStartingWith("mine.txt, line 2: 'bow' of 'ribbon' is a name of 'weapon'");

    SubjectTree both = tree("weapon; bow | 武器", "ribbon; bow (knot) | 丝带");
    assertThat(both.named("bow", Locale.ENGLISH)).hasSize(2);
  }

  @Test
  void wrongLines_areRefused() {
    assertThatThrownBy(() -> tree("thing | 物", "   cup | 杯"))
        .hasMessage(
            "mine.txt, line 2: indented by 3 spaces; expected a multiple of 2, at most 2 here");
    assertThatThrownBy(() -> tree("cup"))
        .hasMessageStartingWith("mine.txt, line 1: 'cup' has 1 parts; expected");
    assertThatThrownBy(() -> tree("cup; | 杯")).hasMessageContaining("English names are 'cup;'");
    assertThatThrownBy(() -> tree("cup | 杯 | +sad")).hasMessageContaining("mark 'sad', expected");
    assertThatThrownBy(() -> tree("cup | 杯", "cup | 盏")).hasMessageContaining("is defined at");
    assertThatThrownBy(() -> tree("# nothing")).hasMessageContaining("has no subjects");
  }

  @Test
  void ownFile_extendsOrReplaces(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("more.txt");
    Files.writeString(file, "@ship\n  xebec | 三桅帆船 | +war <fishing-boat\n");

    SubjectTree larger = TREE.extendedBy(file);

    Subject xebec = larger.get("xebec");
    assertThat(larger.parents(xebec))
        .extracting(Subject::id)
        .containsExactly("ship", "fishing-boat");
    assertThat(larger.parent(xebec)).contains(larger.get("ship"));
    assertThat(larger.isA(xebec, larger.get("boat"))).isTrue();
    assertThat(xebec.marks()).containsExactly(Distress.WAR);
    assertThat(larger.fingerprint()).isNotEqualTo(TREE.fingerprint());
    assertThatThrownBy(() -> SubjectTree.read(file)).hasMessageContaining("unknown parent 'ship'");
    assertThatThrownBy(() -> TREE.depth(xebec)).hasMessageContaining("is of another tree");
  }
}
