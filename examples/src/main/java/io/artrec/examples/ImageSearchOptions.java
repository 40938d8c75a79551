package io.artrec.examples;

import io.artrec.examples.options.HelpOption;
import io.artrec.examples.options.OneOf;
import io.artrec.examples.options.Options;
import io.artrec.examples.options.Range;
import io.artrec.vision.embedding.ImagePreparation;
import io.artrec.vision.embedding.Resizing;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@link ImageSearch} was asked on the command line. */
@Command(
    header = {
      "artrec image search: pictures that look alike, or that words find, by networks",
      "of yours.%n"
    },
    footer = {
      "%ndocs/vision-embeddings.md says how a network is exported. With Maven:",
      "mvn -q -pl examples -am compile exec:java \\",
      "    -Dexec.mainClass=io.artrec.examples.ImageSearch \\",
      "    -Dexec.args=\"--images pictures --model clip-image.onnx --neighbors\""
    })
final class ImageSearchOptions extends HelpOption {
  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "a folder of pictures, in folders of its own or not")
  Optional<Path> folder = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "a network that gives vectors of images, .onnx or TorchScript .pt")
  Optional<Path> network = Optional.empty();

  @OneOf({"clip", "siglip", "dino", "imagenet"})
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "what it takes: clip, siglip, dino or imagenet; clip unless said")
  String preset = "clip";

  @Range(from = 1, to = 4096)
  @Option(
      names = "--side",
      paramLabel = "N",
      description = "the side of its square; 224 unless said")
  Optional<Integer> side = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "NAME",
      description = "the output to take, by name or number, where it gives several")
  Optional<String> output = Optional.empty();

  @Option(names = "--neighbors", description = "for each picture those that look most like it; or")
  boolean neighbors;

  @Option(
      names = "--query",
      paramLabel = "WORDS",
      description = "the pictures that WORDS say, by the network's text half:")
  Optional<String> query = Optional.empty();

  @Option(
      names = "--text-model",
      paramLabel = "PATH",
      description = "a folder with the model and its tokenizer.json")
  Optional<Path> textNetwork = Optional.empty();

  @Option(
      names = "--text-output",
      paramLabel = "NAME",
      description = "the output to take, by name or number (text_embeds)")
  String textOutput = "text_embeds";

  @Option(
      names = "--tokens",
      paramLabel = "N,FILLER",
      description = "the length it takes and the token that fills up (77,49407)")
  String tokens = "77,49407";

  @Option(
      names = "--prompt",
      paramLabel = "TEXT",
      description = "what words are put into, for instance \"a painting of {}\"")
  String prompt = "{}";

  @Range(from = 1, to = 1000)
  @Option(names = "--n", paramLabel = "N", description = "how many pictures; 5 unless said")
  int n = 5;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "keeps vectors there, so that the next time is quick")
  Optional<Path> cache = Optional.empty();

  static ImageSearchOptions parse(String[] args) {
    ImageSearchOptions options = Options.read(new ImageSearchOptions(), args);
    if (!options.help) {
      options.check();
    }
    return options;
  }

  private void check() {
    require(folder.isPresent(), "--images is missing; --help says what it is");
    require(network.isPresent(), "--model is missing; --help says what it is");
    require(neighbors != query.isPresent(), "say one of --neighbors and --query WORDS");
    require(
        query.isEmpty() || textNetwork.isPresent(),
        "--query needs the network's text half, --text-model PATH; --help says more");
    require(
        tokens.matches("\\d{1,5},\\d{1,7}"),
        "--tokens is '" + tokens + "', expected a length and a token, for instance 77,49407");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  Path images() {
    return folder.orElseThrow();
  }

  Path model() {
    return network.orElseThrow();
  }

  Path textModel() {
    return textNetwork.orElseThrow();
  }

  /** The length of texts, and the token that fills them up. */
  int[] filling() {
    int comma = tokens.indexOf(',');
    return new int[] {
      Integer.parseInt(tokens.substring(0, comma)), Integer.parseInt(tokens.substring(comma + 1))
    };
  }

  ImagePreparation preparation() {
    ImagePreparation usual =
        switch (preset) {
          case "siglip" -> ImagePreparation.sigLip();
          case "dino" -> ImagePreparation.dino();
          case "imagenet" -> ImagePreparation.imageNet();
          default -> ImagePreparation.clip();
        };
    Resizing resizing = preset.equals("siglip") ? Resizing.BOTH_SIDES : Resizing.SHORTER_SIDE;
    return side.map(pixels -> usual.resizing(resizing, pixels)).orElse(usual);
  }
}
