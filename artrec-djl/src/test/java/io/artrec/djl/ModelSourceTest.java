package io.artrec.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSourceTest {
  @TempDir Path folder;

  private Path file(String name, byte... content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private Path zip(String name, String entry, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream raw = Files.newOutputStream(file);
        ZipOutputStream out = new ZipOutputStream(raw)) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
      out.closeEntry();
    }
    return file;
  }

  @Test
  void file_isReadWithWhatLiesBesideIt() throws IOException {
    file("tokenizer.json", (byte) 7);
    ModelSource source = ModelSource.of(file("net.onnx", (byte) 1, (byte) 2));

    assertThat(source.modelName()).isEqualTo("net.onnx");
    assertThat(source.format()).isEqualTo(ModelFormat.ONNX);
    assertThat(source.readModel()).containsExactly(1, 2);
    assertThat(source.readCompanion("tokenizer.json", 10)).hasValue(new byte[] {7});
    assertThat(source.readCompanion("absent.json", 10)).isEmpty();
  }

  @Test
  void filesInMemory_areReadLikeThoseOfAFolder() {
    ModelSource source =
        ModelSource.inMemory(
            Map.of("model.onnx", new byte[] {1, 2}, "tokenizer.json", new byte[] {7}));

    assertThat(source.modelName()).isEqualTo("model.onnx");
    assertThat(source.readModel()).containsExactly(1, 2);
    assertThat(source.readCompanion("tokenizer.json", 10)).hasValue(new byte[] {7});
    assertThat(source.readCompanion("absent.json", 10)).isEmpty();
    assertThatThrownBy(() -> source.readCompanion("tokenizer.json", 0))
        .isInstanceOf(ModelException.class)
        .hasMessage("refused tokenizer.json in memory: larger than 0 bytes");
    assertThatThrownBy(() -> source.sha256("0".repeat(64)).readModel())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("refused model model.onnx in memory: its SHA-256 is");
  }

  @Test
  void companionNamedAfterTheModel_comesFirst() throws IOException {
    file("tokenizer.json", (byte) 1);
    file("net-tokenizer.json", (byte) 2);
    ModelSource source = ModelSource.of(file("net.onnx"));

    assertThat(source.readCompanion("tokenizer.json", 10)).hasValue(new byte[] {2});
  }

  @Test
  void onnxFolder_findsCompanionsAbove() throws IOException {
    file("tokenizer.json", (byte) 3);
    Path model = file("onnx/model.onnx", (byte) 4);

    for (ModelSource source : new ModelSource[] {ModelSource.of(folder), ModelSource.of(model)}) {
      assertThat(source.modelName()).isEqualTo("onnx/model.onnx");
      assertThat(source.readModel()).containsExactly(4);
      assertThat(source.readCompanion("tokenizer.json", 10)).hasValue(new byte[] {3});
    }
  }

  @Test
  void folderWithoutModelOrWithTwo_isNamed() throws IOException {
    assertThatThrownBy(() -> ModelSource.of(folder).modelName())
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "cannot open a model in folder " + folder + ": no .onnx, .pt or .pth file in it");
    file("a.onnx");
    file("b.pt");
    assertThatThrownBy(() -> ModelSource.of(folder).modelName())
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "cannot open a model in folder "
                + folder
                + ": more than one, a.onnx, b.pt; name one of the files");
    file("model.onnx");
    assertThat(ModelSource.of(folder).modelName()).isEqualTo("model.onnx");
  }

  @Test
  void missingPath_isNamed() {
    Path absent = folder.resolve("absent.onnx");
    assertThatThrownBy(() -> ModelSource.of(absent))
        .isInstanceOf(ModelException.class)
        .hasMessage("cannot open model " + absent + ": there is no such file or folder");
  }

  @Test
  void unknownEnding_isNamed() throws IOException {
    ModelSource source = ModelSource.of(file("net.safetensors"));
    assertThatThrownBy(source::format)
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "cannot open model net.safetensors in folder "
                + folder
                + ": expected a name that ends in .onnx, .pt or .pth");
  }

  @Test
  void hash_isCheckedWhenPinned() throws IOException {
    ModelSource source = ModelSource.of(file("net.onnx", (byte) 'a', (byte) 'b', (byte) 'c'));
    String abc = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";

    assertThat(source.sha256(abc).readModel()).hasSize(3);
    assertThatThrownBy(() -> source.sha256("0".repeat(64)).readModel())
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "refused model net.onnx in folder "
                + folder
                + ": its SHA-256 is ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad,"
                + " expected 0000000000000000000000000000000000000000000000000000000000000000");
    assertThatThrownBy(() -> source.sha256("abc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sha256 is 'abc', expected 64 hexadecimal digits");
  }

  @Test
  void archive_isReadWithoutUnpacking() throws IOException {
    ModelSource source = ModelSource.of(zip("m.zip", "net.onnx", new byte[] {5, 6}));

    assertThat(source.readModel()).containsExactly(5, 6);
    assertThat(folder).isDirectoryContaining(path -> path.endsWith("m.zip"));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void archiveThatPointsOutside_isRefused() throws IOException {
    for (String entry : new String[] {"../net.onnx", "/net.onnx", "a\\net.onnx", "C:net.onnx"}) {
      Path archive = zip("slip.zip", entry, new byte[] {1});
      assertThatThrownBy(() -> ModelSource.of(archive).readModel())
          .isInstanceOf(ModelException.class)
          .hasMessage(
              "refused archive "
                  + archive
                  + ": the entry '"
                  + entry
                  + "' points outside; expected plain relative paths");
    }
  }

  @Test
  void archiveThatSwells_isRefused() throws IOException {
    Path archive = zip("bomb.zip", "net.onnx", new byte[40 << 20]);
    assertThatThrownBy(() -> ModelSource.of(archive).readModel())
        .isInstanceOf(ModelException.class)
        .hasMessageMatching(
            "refused net.onnx in archive .*bomb.zip: its [\\d,]+ bytes unpack to more than [\\d,]+,"
                + " over 100 to 1, which no model does");
  }

  @Test
  void companionThatIsTooLarge_isRefused() throws IOException {
    file("tokenizer.json", new byte[11]);
    ModelSource source = ModelSource.of(file("net.onnx"));
    assertThatThrownBy(() -> source.readCompanion("tokenizer.json", 10))
        .isInstanceOf(ModelException.class)
        .hasMessage("refused " + folder.resolve("tokenizer.json") + ": larger than 10 bytes");
  }

  @Test
  void damagedArchive_isNamed() throws IOException {
    Path archive = file("m.jar", (byte) 'P', (byte) 'K');
    assertThatThrownBy(() -> ModelSource.of(archive).modelName())
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("cannot read archive " + archive + " as a zip file: ");
  }

  @Test
  void resourceThatIsAbsent_isNamed() {
    ClassLoader loader = ModelSourceTest.class.getClassLoader();
    assertThatThrownBy(() -> ModelSource.resource(loader, "absent.onnx").readModel())
        .isInstanceOf(ModelException.class)
        .hasMessage("cannot open model absent.onnx: it is not in the class path");
  }
}
