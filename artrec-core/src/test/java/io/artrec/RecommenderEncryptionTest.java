package io.artrec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.behavior.Interaction;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Catalog;
import io.artrec.catalog.CatalogChange;
import io.artrec.encryption.Encryption;
import io.artrec.encryption.KeyRing;
import io.artrec.log.Change;
import io.artrec.log.FileLog;
import io.artrec.log.LogException;
import io.artrec.model.ModelFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recommender all of whose files are encrypted. */
class RecommenderEncryptionTest {
  private static final Catalog CATALOG = Fixture.catalog(8, 1);
  private static final KeyRing AUTUMN = KeyRing.of("autumn", key(1));
  private static final KeyRing WINTER = KeyRing.of("winter", key(2));

  @TempDir Path folder;

  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  private Path model() {
    return folder.resolve("m.artrec");
  }

  private Path log() {
    return folder.resolve("log");
  }

  private Recommender built(Encryption encryption) {
    return Fixture.builder(CATALOG, Fixture.interactions(CATALOG, 4, 4, 2))
        .encryption(encryption)
        .log(log())
        .build();
  }

  private Recommender loaded(Encryption encryption) {
    return Recommender.loader(model()).encryption(encryption).log(log()).load();
  }

  private static void live(Recommender recommender) {
    recommender.record(Interaction.favorite("canary7", "w1-1").saying("song8").withEventId("nr9"));
    recommender.update(
        CatalogChange.add(Artwork.builder("new5", "Title6").artist("Artist 0").build()));
    recommender.record(Interaction.favorite("canary7", "new5"));
    recommender.forget("u1");
  }

  private String files() throws IOException {
    StringBuilder text = new StringBuilder();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return text.toString();
  }

  @Test
  void nothingOfVisitorsOrWorks_isReadableInAnyFile_andAllOfItComesBack() throws IOException {
    List<Recommendation> answer;
    try (Recommender recommender = built(Encryption.with(AUTUMN))) {
      live(recommender);
      recommender.save(model());
      recommender.retrain();
      recommender.record(Interaction.view("canary7", "w2-2"));
      recommender.awaitForgotten();
      recommender.save(model());
      recommender.compactLog();
      answer = List.copyOf(recommender.recommend("canary7", 5));
    }
    assertThat(files())
        .contains("autumn")
        .doesNotContain("canary7", "song8", "nr9", "new5", "Title6", "w1-1", "Artist", "u2");
    try (Recommender loaded = loaded(Encryption.with(AUTUMN))) {
      assertThat(loaded.history("canary7")).hasSize(3);
      assertThat(Fixture.ids(loaded.recommend("canary7", 5))).isEqualTo(Fixture.ids(answer));
      assertThat(loaded.history("u1")).isEmpty();
    }
  }

  @Test
  void rotatedKeys_canBeGivenUp() throws IOException {
    try (Recommender recommender = built(Encryption.with(AUTUMN))) {
      live(recommender);
      recommender.save(model());
    }
    Encryption both = Encryption.with(WINTER.withEarlier("autumn", key(1)));
    try (Recommender recommender = loaded(both)) {
      recommender.record(Interaction.view("canary7", "w2-2"));
      assertThat(recommender.rotateKeys()).containsExactly(model().toAbsolutePath());
    }
    assertThat(files()).contains("winter").doesNotContain("autumn");
    try (Recommender recommender = loaded(Encryption.with(WINTER))) {
      assertThat(recommender.history("canary7")).hasSize(3);
    }
    assertThatThrownBy(() -> loaded(Encryption.with(AUTUMN)))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("key 'winter' is needed");
  }

  @Test
  void modelFiles_sayWhichKeyIsMissing_andWhatIsNotAsExpected() {
    try (Recommender recommender = built(Encryption.with(AUTUMN))) {
      recommender.save(model());
    }
    assertThatThrownBy(() -> Recommender.load(model()))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("no keys were passed, and it is under key 'autumn'")
        .hasMessageContaining("Recommender.loader(path).encryption(");
    assertThatThrownBy(() -> Recommender.loader(model()).encryption(Encryption.with(WINTER)).load())
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("key 'autumn' is needed");
    KeyRing wrong = KeyRing.of("autumn", key(3));
    assertThatThrownBy(() -> Recommender.loader(model()).encryption(Encryption.with(wrong)).load())
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("another key of this id");
    Fixture.builder(CATALOG, List.of()).build().save(model());
    assertThatThrownBy(() -> Recommender.loader(model()).encryption(Encryption.with(AUTUMN)).load())
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("is not encrypted, expected one that is")
        .hasMessageContaining("encryption.acceptingPlain()");
    assertThat(
            Recommender.loader(model())
                .encryption(Encryption.with(AUTUMN).acceptingPlain())
                .load()
                .catalog()
                .size())
        .isEqualTo(CATALOG.size());
  }

  @Test
  void plainFiles_areTakenOver_byRotation() throws IOException {
    try (Recommender recommender = built(Encryption.none())) {
      live(recommender);
      recommender.save(model());
    }
    assertThat(files()).contains("canary7");
    try (Recommender recommender = loaded(Encryption.with(AUTUMN).acceptingPlain())) {
      recommender.rotateKeys();
    }
    assertThat(files()).doesNotContain("canary7", "song8", "Artist");
    try (Recommender recommender = loaded(Encryption.with(AUTUMN))) {
      assertThat(recommender.history("canary7")).hasSize(2);
    }
  }

  @Test
  void streams_areEncryptedLikeFiles() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (Recommender recommender = built(Encryption.with(AUTUMN))) {
      recommender.record(Interaction.view("canary7", "w2-2"));
      recommender.save(stream);
    }
    assertThat(stream.toString(StandardCharsets.ISO_8859_1)).doesNotContain("canary7", "Artist");
    try (Recommender loaded =
        Recommender.loader(new ByteArrayInputStream(stream.toByteArray()))
            .encryption(Encryption.with(AUTUMN))
            .load()) {
      assertThat(loaded.history("canary7")).hasSize(1);
    }
  }

  /** Written once by the version that brought encryption, and never again. */
  @Test
  void keptFiles_openInEveryLaterVersion() throws IOException {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) i;
    }
    Encryption encryption = Encryption.with(KeyRing.of("kept", key));
    Files.write(model(), kept("model-3.artrec"));
    try (Recommender loaded = Recommender.loader(model()).encryption(encryption).load()) {
      assertThat(Fixture.ids(loaded.recommend("ada", 3))).containsExactly("w7", "w3", "w4");
      assertThat(loaded.history("chen")).extracting(Interaction::artwork).containsExactly("w3");
    }
    Files.createDirectory(log());
    Files.write(log().resolve("00000000000000000001.log"), kept("encrypted-log.segment"));
    List<Change> changes = new ArrayList<>();
    try (FileLog open = FileLog.open(log(), encryption)) {
      open.replay(0, entry -> changes.add(entry.change()));
    }
    assertThat(changes).hasSize(3);
    assertThat(changes.get(0))
        .isEqualTo(
            new Change.Recorded(
                Interaction.favorite("ada", "w1")
                    .at(Instant.ofEpochMilli(1000))
                    .withEventId("e1")
                    .saying("schön")));
    assertThat(changes.get(1)).isInstanceOf(Change.Forgotten.class);
    assertThat(changes.get(2).user()).contains("chen");
  }

  private static byte[] kept(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RecommenderEncryptionTest.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }
}
