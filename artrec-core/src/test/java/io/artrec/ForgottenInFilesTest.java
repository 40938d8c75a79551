package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Catalog;
import io.artrec.model.ModelFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that lie where nobody looks: parts of killed writers, and what links led to. */
class ForgottenInFilesTest {
  private static final Catalog CATALOG = Fixture.catalog(8, 1);
  private static final String SECRET = "secret";

  @TempDir Path folder;
  private Path model;
  private Recommender recommender;

  @BeforeEach
  void saved() {
    model = folder.resolve("m.artrec");
    recommender = Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 4, 4, 2)).build();
    recommender.record(Interaction.favorite(SECRET, "w1-1"));
  }

  private static boolean holds(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(SECRET);
  }

  /** What a process that was killed while it saved to {@code model} leaves. */
  private Path leavePart() throws IOException {
    return Files.writeString(folder.resolve(".m.artrec.4711.part"), SECRET);
  }

  @Test
  void partOfAKilledSave_goesWithTheVisitor_whomNothingElseHolds() throws IOException {
    recommender.save(model);
    recommender.forget(SECRET);
    Path part = leavePart();
    assertThat(recommender.forget(SECRET)).satisfies(Fixture.erased(0, 0, 0, false));
    assertThat(part).doesNotExist();
  }

  @Test
  void partOfAKilledSave_goesWithTheVisitor_whenTheModelFileIsGone() throws IOException {
    recommender.save(model);
    Files.delete(model);
    Path part = leavePart();
    assertThat(recommender.forget(SECRET).pending()).isFalse();
    assertThat(part).doesNotExist();
  }

  @Test
  void partBesideAFileThatCouldNotBeSaved_goesWithTheVisitor() throws IOException {
    Files.createDirectory(model);
    assertThatThrownBy(() -> recommender.save(model)).isInstanceOf(ModelFileException.class);
    Path part = leavePart();
    assertThat(recommender.forget(SECRET).pending()).isFalse();
    assertThat(part).doesNotExist();
  }

  @Test
  void partBesideALoadedModel_goesWithLoading() throws IOException {
    recommender.save(model);
    Path part = leavePart();
    try (Recommender loaded = Recommender.load(model)) {
      loaded.forget("nobody");
      assertThat(part).doesNotExist();
    }
  }

  @Test
  void fileBehindALink_isWrittenAgain_whenTheLinkLeadsElsewhereSince() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Files.createFile(first);
    Files.createSymbolicLink(model, first);
    recommender.save(model);
    Files.delete(model);
    Files.createSymbolicLink(model, second);
    assertThat(holds(first)).isTrue();

    assertThat(recommender.forget(SECRET).pending()).isFalse();

    assertThat(holds(first)).isFalse();
    assertThat(second).as("never saved to").doesNotExist();
  }

  @Test
  void fileInAFolderBehindALink_isWrittenAgain_howeverItsPathIsSpelt() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("a/b"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), deep);
    Path spelt = link.resolve("..").resolve("m.artrec");
    recommender.save(spelt);
    assertThat(holds(folder.resolve("a/m.artrec"))).isTrue();

    assertThat(recommender.forget(SECRET).pending()).isFalse();

    assertThat(holds(folder.resolve("a/m.artrec"))).isFalse();
  }
}
