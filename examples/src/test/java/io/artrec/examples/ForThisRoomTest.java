package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.vision.image.ImageDecoder;
import io.artrec.vision.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForThisRoomTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private int run(String... args) {
    return ForThisRoom.run(
        args,
        new PrintStream(printed, true, StandardCharsets.UTF_8),
        new PrintStream(messages, true, StandardCharsets.UTF_8));
  }

  @Test
  void worksOfTheAtelier_areFoundAndDrawn() throws IOException {
    Path out = folder.resolve("room.png");

    assertThat(
            run(
                "--width",
                "320",
                "--wall",
                "#35524a",
                "--color",
                "#e0c9a6",
                "--n",
                "2",
                "--out",
                out.toString()))
        .as(messages.toString(StandardCharsets.UTF_8))
        .isZero();

    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allMatch(line -> line.matches(".+, \\d+ x \\d+ cm: .+ of it lies near .+ of the room"));
    RgbImage page = ImageDecoder.standard().decode(Files.readAllBytes(out), "page");
    assertThat(page.width()).isEqualTo(1_024);
  }

  @Test
  void nothingThatFits_isSaid() {
    assertThat(run("--width", "20", "--wall", "#ff00ff")).isZero();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .startsWith("No work takes up a color of this room");
  }

  @ParameterizedTest
  @CsvSource({
    "--wall #ffffff,                         --width is missing",
    "--width 300,                            one of --wall and --photo is needed",
    "--width 300 --wall red,                 'color is ''red'', expected six'",
    "--width 300 --photo x.png --color #fff, --color goes with --wall",
    "--width 300 --photo nowhere.png,        cannot read or write: ",
    "--width 300 --wall #ffffff --catalog c, --catalog and --images go together"
  })
  void badOptions_areRefused(String options, String message) {
    assertThat(run(options.split(" "))).isEqualTo(2);

    assertThat(messages.toString(StandardCharsets.UTF_8))
        .startsWith("for this room: ")
        .contains(message);
  }
}
