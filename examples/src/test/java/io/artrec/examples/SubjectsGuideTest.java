package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.Recommender;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.strategy.ContentBased;
import io.artrec.text.subject.FoundSubject;
import io.artrec.text.subject.ReadSubjects;
import io.artrec.text.subject.SkosReader;
import io.artrec.text.subject.Subject;
import io.artrec.text.subject.SubjectFeature;
import io.artrec.text.subject.SubjectFinder;
import io.artrec.text.subject.SubjectLikeness;
import io.artrec.text.subject.SubjectTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the code of docs/subjects.md, and checks that it is the code that stands there. */
class SubjectsGuideTest {
  @TempDir Path folder;

  private static final Artwork schoonerAtSea =
      Artwork.builder("calm", "Opus 7").subject("schooner").subject("sea").build();
  private static final Artwork regatta =
      Artwork.builder("regatta", "Regatta").subject("clipper").subject("sea").build();

  private static Catalog catalog() {
    List<Artwork> works = new ArrayList<>(List.of(schoonerAtSea, regatta));
    for (int i = 0; i < 10; i++) {
      works.add(
          Artwork.builder("w" + i, "Fruit " + i).subject(i % 2 == 0 ? "pear" : "oak").build());
    }
    return Catalog.of(works);
  }

  @Test
  void subjects_areFoundInTheTree() {
    Artwork artwork = schoonerAtSea;
    SubjectTree tree = SubjectTree.standard();
    Subject schooner = tree.named("schooners", Locale.ENGLISH).get(0);
    assertThat(tree.isA(schooner, tree.get("vessel"))).isTrue();
    tree.isA(schooner, tree.get("vessel")); // true
    schooner.label(Locale.CHINESE); // 纵帆船
    schooner.phrase(Locale.ENGLISH); // schooners
    tree.get("massacre").marks(); // war, death, cruelty

    List<FoundSubject> found = SubjectFinder.standard().find(artwork);
    assertThat(found).extracting(each -> each.subject().id()).containsExactly("schooner", "sea");
    assertThat(schooner.label(Locale.CHINESE)).isEqualTo("纵帆船");
    assertThat(schooner.phrase(Locale.ENGLISH)).isEqualTo("schooners");
    assertThat(tree.get("massacre").marks()).hasSize(3);
  }

  @Test
  void whatBothShow_isTheReason() {
    Catalog catalog = catalog();
    SubjectLikeness likeness = SubjectLikeness.of(SubjectFinder.standard(), catalog);
    likeness.shared(schoonerAtSea, regatta); // sailing-ship, sea
    assertThat(likeness.shared(schoonerAtSea, regatta))
        .extracting(Subject::id)
        .containsExactlyInAnyOrder("sailing-ship", "sea");
    try (Recommender recommender =
        Recommender.builder()
            .catalog(catalog)
            .feature(SubjectFeature.standard())
            .strategy(ContentBased.cosine())
            .build()) {
      String why = recommender.similar("calm", 1).get(0).explanation().toString();
      // Like Opus 7: both show sailing ships and the sea.
      assertThat(why).contains("sailing ships", "the sea", "show");
    }
  }

  @Test
  void thesaurus_isRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("thesaurus.nt"),
            "<u:ship> <http://www.w3.org/2004/02/skos/core#prefLabel> \"ships\"@en .\n");
    ReadSubjects read = SkosReader.standard().read(file);
    read.problems(); // what was left out, and why
    SubjectFeature feature = SubjectFeature.of(SubjectFinder.of(read.tree()));
    assertThat(read.problems()).isEmpty();
    assertThat(feature.spec().facet()).isEqualTo("subject");
  }

  @Test
  void codeInTheDocument_isTheCodeHere() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path project = Files.exists(root.resolve("README.md")) ? root : root.resolve("..");
    String here =
        Files.readString(
                project.resolve("examples/src/test/java/io/artrec/examples/SubjectsGuideTest.java"))
            .replace("try (Recommender", "Recommender")
            .replace(".build()) {", ".build();")
            .replaceAll("\\s+", "");
    int checked = 0;
    boolean java = false;
    for (String line : Files.readString(project.resolve("docs/subjects.md")).lines().toList()) {
      if (line.startsWith("```")) {
        java = line.equals("```java");
      } else if (java) {
        assertThat(here).as(line).contains(line.replaceAll("\\s+", ""));
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(15);
  }
}
