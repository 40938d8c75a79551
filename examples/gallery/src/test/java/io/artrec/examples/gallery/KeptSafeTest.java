package io.artrec.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encryption, backups and going back to one, as the operator has them. */
class KeptSafeTest {
  private static final Pattern BACKUP = Pattern.compile("<li>([0-9]{8}-[0-9]{6})</li>");

  @TempDir Path folder;

  /** Few works without pictures, which are quickly learned. */
  @BeforeEach
  void writeWorks() throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,title,artist,subjects"));
    for (int i = 0; i < 12; i++) {
      lines.add("w" + i + ",Work " + i + ",Artist " + i % 3 + (i % 2 == 0 ? ",sea" : ",wood"));
    }
    Files.write(folder.resolve("works.csv"), lines);
  }

  /** Lets somebody like a work; returns them. */
  private static Caller visitor(OpenGallery gallery, int place) throws Exception {
    Caller visitor = new Caller(gallery.address());
    String work = visitor.works(visitor.page("/?all=1")).get(place);
    visitor.change("/feedback", "work", work, "act", "like");
    return visitor;
  }

  /** Files of log and model, wherever they are, that hold a text. */
  private List<Path> files(String text) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("state"))) {
      return all.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void backup_bringsBackWhatWasKnown_butNobodyWhoWasForgottenSince() throws Exception {
    Caller stays;
    Caller goes;
    String forgotten;
    String backup;
    try (OpenGallery gallery = OpenGallery.in(folder)) {
      stays = visitor(gallery, 0);
      goes = visitor(gallery, 1);
      forgotten = goes.visitor();
      assertThat(new Caller(gallery.address()).page("/operator"))
          .contains("as they are. Started with --encrypt");
      backup = backupOf(gallery);
      stays.change("/feedback", "work", stays.works(stays.page("/?all=1")).get(2), "act", "like");
      assertThat(stays.page("/")).contains("Hung by what you said here, 2 so far.");
      goes.change("/you/forget");
    }
    assertThatThrownBy(() -> OpenGallery.in(folder, "--restore", "20000101-000000"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no backup '20000101-000000'")
        .hasMessageContaining(backup);
    try (OpenGallery again = OpenGallery.in(folder, "--restore", backup)) {
      Caller back = stays.at(again.address());
      assertThat(back.page("/")).contains("Hung by what you said here, 1 so far.");
      assertThat(files(forgotten))
          .as("beside the backup, which nothing reaches into")
          .allMatch(file -> file.startsWith(folder.resolve("state").resolve("backups")));
    }
  }

  /** Makes a backup; returns its name. */
  private static String backupOf(OpenGallery gallery) throws Exception {
    Caller operator = new Caller(gallery.address());
    operator.change("/operator/backup");
    Matcher name = BACKUP.matcher(operator.page("/operator"));
    assertThat(name.find()).isTrue();
    return name.group(1);
  }

  @Test
  void backup_bringsBackWhatWasLost_andSaysThatTheForgottenAreKnownAgain() throws Exception {
    Caller goes;
    String backup;
    try (OpenGallery gallery = OpenGallery.in(folder)) {
      goes = visitor(gallery, 0);
      backup = backupOf(gallery);
      goes.at(gallery.address()).change("/you/forget");
    }
    Path state = folder.resolve("state");
    delete(state.resolve("log"));
    Files.delete(state.resolve("gallery.artrec"));
    Files.createDirectories(state.resolve("restoring").resolve("log"));
    try (OpenGallery again = OpenGallery.in(folder, "--restore", backup)) {
      assertThat(again.notice())
          .hasValueSatisfying(it -> assertThat(it).contains("forgotten again"));
      assertThat(goes.at(again.address()).page("/"))
          .contains("Hung by what you said here, 1 so far.");
      goes.at(again.address()).change("/you/forget");
    }
    try (OpenGallery third = OpenGallery.in(folder, "--restore", backup)) {
      assertThat(third.notice()).isEmpty();
      assertThat(goes.at(third.address()).page("/")).doesNotContain("Hung by what you said here");
    }
    assertThat(state.resolve("restoring")).doesNotExist();
    assertThat(state.resolve("restored")).doesNotExist();
    assertThat(state.resolve("before-restoring-1").resolve("log")).isDirectory();
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Test
  void plainBackup_isRestoredUnderTheKey() throws Exception {
    Path key = folder.resolve("elsewhere.key");
    Caller visitor;
    String backup;
    try (OpenGallery plain = OpenGallery.in(folder)) {
      visitor = visitor(plain, 0);
      backup = backupOf(plain);
    }
    OpenGallery.in(folder, "--encrypt", key.toString()).close();
    try (OpenGallery locked =
        OpenGallery.in(folder, "--encrypt", key.toString(), "--restore", backup)) {
      Caller back = visitor.at(locked.address());
      assertThat(back.page("/")).contains("Hung by what you said here, 1 so far.");
      assertThat(back.page("/operator")).contains("stay readable by anybody");
      assertThat(files(visitor.visitor()))
          .as("the backup itself stays as it was")
          .isNotEmpty()
          .allMatch(file -> file.startsWith(folder.resolve("state").resolve("backups")));
    }
    assertThat(folder.resolve("state").resolve("encrypted.txt")).hasContent("log and model");
    OpenGallery.in(folder, "--encrypt", key.toString()).close();
  }

  @Test
  void key_encryptsWhatWasPlainBefore_andNothingOpensWithoutIt() throws Exception {
    Path key = folder.resolve("elsewhere.key");
    Caller visitor;
    try (OpenGallery plain = OpenGallery.in(folder)) {
      visitor = visitor(plain, 0);
    }
    assertThat(files(visitor.visitor())).isNotEmpty();
    try (OpenGallery locked = OpenGallery.in(folder, "--encrypt", key.toString())) {
      assertThat(files(visitor.visitor())).isEmpty();
      Caller back = visitor.at(locked.address());
      assertThat(back.page("/")).contains("Hung by what you said here, 1 so far.");
      assertThat(back.page("/operator")).contains("encrypted on the disk");
      back.change("/operator/backup");
    }
    assertThat(files(visitor.visitor())).as("in the backup neither").isEmpty();
    assertThat(Files.size(key)).isEqualTo(32);
    Path other = folder.resolve("other.key");
    assertThatThrownBy(() -> OpenGallery.in(folder)).hasMessageContaining("encrypted");
    assertThatThrownBy(() -> OpenGallery.in(folder, "--encrypt", other.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the key " + other + " is not there")
        .hasMessageContaining("this state is encrypted with it");
    assertThat(other).as("nothing is drawn").doesNotExist();
    Files.write(other, new byte[32]);
    assertThatThrownBy(() -> OpenGallery.in(folder, "--encrypt", other.toString()))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(
            () ->
                OpenGallery.in(
                    folder, "--encrypt", folder.resolve("state").resolve("key").toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keep it elsewhere");
  }
}
