package io.artrec.text.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.tabular.RowProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkosReaderTest {
  private static final String NT =
      """
      # a small thesaurus
      <u:ship> <http://www.w3.org/2004/02/skos/core#prefLabel> "Ships"@en .
      <u:ship> <http://www.w3.org/2004/02/skos/core#prefLabel> "\\u8239"@zh-Hans .
      <u:ship> <http://www.w3.org/2004/02/skos/core#altLabel> "hulks"@en-GB .
      <u:ship> <http://www.w3.org/2004/02/skos/core#broader> <u:vessel> .
      <u:ship> <http://www.w3.org/2004/02/skos/core#broader> <u:transport> .
      <u:vessel> <http://www.w3.org/2004/02/skos/core#prefLabel> "vessels (watercraft)"@en .
      <u:vessel> <http://www.w3.org/2004/02/skos/core#narrower> <u:boat> .
      <u:boat> <http://www.w3.org/2004/02/skos/core#prefLabel> "Boote"@de .
      <u:transport> <http://www.w3.org/2004/02/skos/core#prefLabel> "transport \\"all\\"" .
      """;

  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns:skos="http://www.w3.org/2004/02/skos/core#" xml:base="http://example.org/">
        <skos:Concept rdf:about="ship">
          <skos:prefLabel xml:lang="en">ships</skos:prefLabel>
          <skos:prefLabel xml:lang="zh">船</skos:prefLabel>
          <skos:broader><skos:Concept rdf:about="vessel">
            <skos:prefLabel xml:lang="en">vessels</skos:prefLabel>
            <skos:narrower rdf:resource="boat"/>
          </skos:Concept></skos:broader>
          <skos:note rdf:parseType="Literal"><b>not read</b></skos:note>
        </skos:Concept>
        <rdf:Description rdf:about="boat" xml:lang="en" skos:prefLabel="boats"/>
      </rdf:RDF>
      """;

  @TempDir Path folder;

  private ReadSubjects read(String text) throws IOException {
    return SkosReader.standard().read(Files.writeString(folder.resolve("thesaurus"), text));
  }

  @Test
  @Timeout(20)
  void lineOfSpacesIsReadInOnePass() throws IOException {
    assertThat(read(NT + "<u:a> <u:b> \"c\"" + " ".repeat(900_000) + "x\n").problems()).hasSize(1);
  }

  @Test
  void nTriples_becomeATree() throws IOException {
    ReadSubjects read = read(NT);
    SubjectTree tree = read.tree();
    Subject ship = tree.get("u:ship");
    assertThat(read.problems()).isEmpty();
    assertThat(tree.parents(ship)).containsExactly(tree.get("u:vessel"), tree.get("u:transport"));
    assertThat(ship.names(Locale.ENGLISH)).containsExactly("Ships", "hulks");
    assertThat(ship.label(Locale.CHINESE)).isEqualTo("船");
    assertThat(tree.get("u:boat").label(Locale.ENGLISH)).isEqualTo("Boote");
    assertThat(tree.get("u:transport").label(Locale.ENGLISH)).isEqualTo("transport \"all\"");
    assertThat(tree.children(tree.get("u:vessel"))).contains(tree.get("u:boat"), ship);
    assertThat(SubjectFinder.of(tree).find("Three ships")).hasSize(1);
  }

  @Test
  void rdfXml_becomesATree() throws IOException {
    ReadSubjects read = read(XML);
    SubjectTree tree = read.tree();
    assertThat(read.problems()).isEmpty();
    assertThat(tree.size()).isEqualTo(3);
    assertThat(tree.parents(tree.get("http://example.org/ship")))
        .containsExactly(tree.get("http://example.org/vessel"));
    assertThat(tree.parents(tree.get("http://example.org/boat")))
        .containsExactly(tree.get("http://example.org/vessel"));
    assertThat(tree.named("船", Locale.CHINESE)).hasSize(1);
  }

  @Test
  void anotherLanguage_standsInPlaceOfEnglish() throws IOException {
    Path file = Files.writeString(folder.resolve("thesaurus"), NT);
    SubjectTree tree = SkosReader.standard().language(Locale.GERMAN).read(file).tree();
    assertThat(tree.get("u:boat").label(Locale.ENGLISH)).isEqualTo("Boote");
    assertThat(tree.get("u:ship").label(Locale.ENGLISH)).isEqualTo("Ships");
  }

  @Test
  void circles_unknownParents_andBadLines_areReported() throws IOException {
    ReadSubjects read =
        read(
            NT
                + "<u:vessel> <http://www.w3.org/2004/02/skos/core#broader> <u:ship> .\n"
                + "<u:boat> <http://www.w3.org/2004/02/skos/core#broader> <u:nowhere> .\n"
                + "<u:boat> <http://www.w3.org/2004/02/skos/core#prefLabel> \"boats@en .\n");
    assertThat(read.tree().size()).isEqualTo(4);
    assertThat(read.problems())
        .extracting(RowProblem::expectation)
        .containsExactlyInAnyOrder(
            "a triple of N-Triples; the line is left out",
            "no concept that is a kind of itself; the link is left out",
            "a broader concept that has a name; the link is left out");
  }

  @Test
  void nameOfSeveralConcepts_needsSupport() throws IOException {
    SubjectTree tree =
        read(NT
                + "<u:bow> <http://www.w3.org/2004/02/skos/core#prefLabel> \"ships\"@en .\n"
                + "<u:bow> <http://www.w3.org/2004/02/skos/core#altLabel> \"hulks\"@en .\n")
            .tree();
    assertThat(tree.named("ships", Locale.ENGLISH)).hasSize(2);
    assertThat(SubjectFinder.of(tree).find("ships")).isEmpty();
  }

  @Test
  void deepChain_isCut() throws IOException {
    String chain =
        IntStream.range(0, 20_000)
            .mapToObj(
                i ->
                    "<u:%d> <http://www.w3.org/2004/02/skos/core#prefLabel> \"n%d\"@en .%n<u:%d> <http://www.w3.org/2004/02/skos/core#broader> <u:%d> .%n"
                        .formatted(i, i, i, i + 1))
            .collect(Collectors.joining());
    ReadSubjects read = read(chain);
    assertThat(read.tree().subjects())
        .allMatch(subject -> read.tree().depth(subject) <= ConceptGraph.DEEPEST);
    assertThat(read.problems()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no triples at all",
        "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"x\"><open>",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:s=\"http://www.w3.org/2004/02/skos/core#\"><s:Concept rdf:about=\"a\"><s:prefLabel>&e;</s:prefLabel></s:Concept></rdf:RDF>",
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
        "{\"@context\": {}}"
      })
  void whatIsNoThesaurus_isRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SubjectTreeException.class)
        .hasMessageContaining("thesaurus")
        .hasMessageNotContaining("root:");
  }

  @Test
  void elementsTooDeep_areRefused() {
    String open = "<rdf:a>".repeat(1000);
    assertThatThrownBy(
            () ->
                read(
                    "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                        + open))
        .hasMessageContaining("elements deeper than 64");
  }

  @Test
  void chineseAsTheOtherLanguage_isRefused() {
    assertThatThrownBy(() -> SkosReader.standard().language(Locale.CHINESE))
        .hasMessageContaining("Chinese names are read anyway");
  }

  @Test
  void problems_areBounded() throws IOException {
    ReadSubjects read = read(NT + "nonsense\n".repeat(3000));
    List<RowProblem> problems = read.problems();
    assertThat(problems).hasSize(ConceptGraph.MOST_PROBLEMS + 1);
    assertThat(problems.get(problems.size() - 1).expectation())
        .isEqualTo("2000 more problems are not listed");
  }
}
