package io.artrec.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSearchTest {
  /** ONNX: one GlobalAveragePool over [images × 3 × height × width]. */
  private static final String IMAGES =
      """
      CAhCBAoAEA06pgESBHRpbnkKKAoMcGl4ZWxfdmFsdWVzEgVtZWFucyIRR2xvYmFsQXZlcmFnZVBvb2xaPwoM
      cGl4ZWxfdmFsdWVzEi8KLQgBEikKCBIGaW1hZ2VzCgoSCGNoYW5uZWxzCggSBmhlaWdodAoHEgV3aWR0aGIz
      CgVtZWFucxIqCigIARIkCggSBmltYWdlcwoKEghjaGFubmVscwoFEgNvbmUKBRIDb25l
      """;

  /**
   * ONNX: Gather and ReduceSum over input_ids, where "crimson", token 4, is (1, -1, -1), as SigLIP
   * sees red, "grass", token 5, is (-1, 1, -1), and all else is 0.
   */
  private static final String TEXTS =
      """
      CAg6/QISBHRlc3RaJgoJaW5wdXRfaWRzEhkKFwgHEhMKBxIFYmF0Y2gKCBIGdG9rZW5zKmMIBwgDEAFCBXRh
      YmxlSlQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIA/AACAvwAA
      gL8AAIC/AACAPwAAgL8AAAAAAAAAAAAAAAAKPAoFdGFibGUKCWlucHV0X2lkcxIGc3RhdGVzGgttYWtlIHN0
      YXRlcyIGR2F0aGVyKgsKBGF4aXOgAQIYAAo0Egpjb25zdGFudF8wIghDb25zdGFudCocCgV2YWx1ZaABBCoQ
      CAEQB0IASggBAAAAAAAAAApPCgZzdGF0ZXMKCmNvbnN0YW50XzASC3RleHRfZW1iZWRzGhBtYWtlIHRleHRf
      ZW1iZWRzIglSZWR1Y2VTdW0qDwoIa2VlcGRpbXOgAQIYAGIjCgt0ZXh0X2VtYmVkcxIUChIIARIOCgcSBWJh
      dGNoCgMSATNCBAoAEBE=
      """;

  private static final String TOKENIZER =
      """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
       "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
       "post_processor": null, "decoder": null,
       "model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab":
         {"[UNK]": 0, "art": 1, "of": 2, "works": 3, "crimson": 4, "grass": 5, "filler": 6}}}
      """;

  @TempDir Path folder;
  private Path network;

  private record Ran(int status, String out, String messages) {}

  private static Ran run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        ImageSearch.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(messages, true, StandardCharsets.UTF_8));
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
  }

  @BeforeEach
  void write() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("pictures/inner"));
    picture(folder.resolve("pictures/red.png"), 0xFF0000);
    picture(folder.resolve("pictures/brick.png"), 0xC02018);
    picture(folder.resolve("pictures/green.png"), 0x00FF00);
    picture(inner.resolve("moss.PNG"), 0x30B040);
    Files.writeString(folder.resolve("pictures/broken.jpg"), "no picture");
    Files.writeString(folder.resolve("pictures/notes.txt"), "no picture either");
    network = Files.write(folder.resolve("images.onnx"), Base64.getMimeDecoder().decode(IMAGES));
    Path texts = Files.createDirectories(folder.resolve("texts"));
    Files.write(texts.resolve("model.onnx"), Base64.getMimeDecoder().decode(TEXTS));
    Files.writeString(texts.resolve("tokenizer.json"), TOKENIZER);
  }

  private static void picture(Path file, int rgb) throws IOException {
    BufferedImage image = new BufferedImage(12, 9, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[12 * 9];
    Arrays.fill(pixels, rgb);
    image.setRGB(0, 0, 12, 9, pixels, 0, 12);
    ImageIO.write(image, "png", file.toFile());
  }

  private Ran search(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--images",
                folder.resolve("pictures").toString(),
                "--model",
                network.toString(),
                "--preset",
                "siglip",
                "--side",
                "8"));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  @Test
  void neighbors_areListedForEachPicture() {
    Ran ran = search("--neighbors", "--n", "1", "--cache", folder.resolve("cache").toString());
    assertThat(ran.status()).as(ran.messages()).isZero();
    assertThat(ran.out().lines().map(line -> line.replaceAll("^  \\S+  ", "-> ")))
        .containsExactly(
            "brick.png",
            "-> red.png",
            "broken.jpg",
            "green.png",
            "-> inner/moss.PNG",
            "inner/moss.PNG",
            "-> green.png",
            "red.png",
            "-> brick.png");
    assertThat(ran.messages())
        .contains("left out: decoding the image of artwork 'broken.jpg'")
        .doesNotContain("notes.txt");
  }

  @Test
  void words_findPictures() {
    Ran ran =
        search(
            "--query",
            "crimson",
            "--text-model",
            folder.resolve("texts").toString(),
            "--tokens",
            "8,6",
            "--n",
            "2");
    assertThat(ran.status()).as(ran.messages()).isZero();
    assertThat(ran.out().lines()).hasSize(2).first().isEqualTo("  1.000  red.png");
    assertThat(ran.out()).contains("brick.png");
  }

  @Test
  void badOptions_areExplained() {
    assertThat(run("--help").out()).contains("artrec image search");
    assertThat(search().messages())
        .isEqualToIgnoringNewLines("image search: say one of --neighbors and --query WORDS");
    assertThat(search("--query", "red").messages())
        .contains("--query needs the network's text half");
    assertThat(search("--neighbors", "--preset", "clipp").messages())
        .contains("--preset is 'clipp', expected clip, siglip, dino or imagenet");
    assertThat(search("--neighbors", "--n", "0").messages())
        .contains("--n is '0', expected a whole number from 1 to 1000");
    assertThat(search("--neighbors", "--tokens", "x").messages())
        .contains("--tokens is 'x', expected a length and a token");
    assertThat(search("--neighbor").messages())
        .contains("unknown option '--neighbor'; did you mean --neighbors? --help lists them");
    Ran ran = run("--images", "nowhere", "--model", network.toString(), "--neighbors");
    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.messages()).contains("--images nowhere is not a folder");
    assertThat(search("--neighbors", "--output", "pooled").messages())
        .contains("has no output 'pooled' that holds 32-bit floats; it gave [means[1, 3, 1, 1]]");
  }
}
