package io.artrec.examples.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.task.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  @TempDir Path folder;

  @Test
  void whatVisitorsSaid_survives_andWhoWasForgottenDoesNot() throws Exception {
    Caller stays;
    Caller goes;
    String liked;
    String gone;
    try (OpenGallery gallery = OpenGallery.in(folder)) {
      stays = new Caller(gallery.address());
      goes = new Caller(gallery.address());
      liked = stays.works(stays.page("/")).get(0);
      stays.change("/feedback", "work", liked, "act", "like");
      String other = goes.works(goes.page("/")).get(1);
      goes.change("/feedback", "work", other, "act", "dislike");
      gone = goes.visitor();
      assertThat(files(gone)).as("before forgetting").isNotEmpty();
      goes.change("/you/forget");
    }
    assertThat(files(gone)).as("after forgetting").isEmpty();
    assertThat(files(stays.visitor())).isNotEmpty();
    try (OpenGallery again = OpenGallery.in(folder)) {
      Caller back = stays.at(again.address());
      assertThat(back.page("/you")).contains(">liked<", "/work/" + liked);
      assertThat(back.works(back.page("/"))).doesNotContain(liked);
      assertThat(back.page("/")).contains("Hung by what you said here, 1 so far.");
    }
  }

  /** Files of the state that hold a text. */
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
  void stateOfOtherWorks_isNotTaken() throws IOException {
    OpenGallery.in(folder).close();
    GalleryOptions other =
        GalleryOptions.parse(
            new String[] {"--port", "0", "--state", folder.resolve("state").toString()});
    assertThatThrownBy(() -> GalleryServer.start(other, Progress.silent()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds the state of the works of")
        .hasMessageContaining("--state");
  }
}
