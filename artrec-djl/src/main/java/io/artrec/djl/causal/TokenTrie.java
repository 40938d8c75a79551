package io.artrec.djl.causal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/** The tokens of a vocabulary by their bytes, so that what they share is looked at once. */
final class TokenTrie {
  /** Longer tokens, of white space and rulers, are left out; the trie is walked by recursion. */
  private static final int LONGEST = 256;

  private final int[] octets;
  private final TokenTrie[] children;
  private final int[] tokens;

  private TokenTrie(Node node) {
    octets = node.children.keySet().stream().mapToInt(Integer::intValue).toArray();
    children = node.children.values().stream().map(TokenTrie::new).toArray(TokenTrie[]::new);
    tokens = node.tokens.stream().mapToInt(Integer::intValue).toArray();
  }

  private static final class Node {
    private final TreeMap<Integer, Node> children = new TreeMap<>();
    private final List<Integer> tokens = new ArrayList<>();
  }

  /** Builds it from tokens' bytes; those of none and of very many are left out. */
  static TokenTrie of(List<byte[]> vocabulary) {
    Node root = new Node();
    for (int token = 0; token < vocabulary.size(); token++) {
      byte[] bytes = vocabulary.get(token);
      if (bytes.length > 0 && bytes.length <= LONGEST) {
        Node node = root;
        for (byte octet : bytes) {
          node = node.children.computeIfAbsent(octet & 0xff, any -> new Node());
        }
        node.tokens.add(token);
      }
    }
    return new TokenTrie(root);
  }

  /**
   * The tokens that may come next.
   *
   * @param state where the text is
   * @param left tokens that may come after that one, each of which can be a single byte
   */
  BitSet fitting(JsonState state, int left) {
    BitSet fitting = new BitSet();
    collect(state, left, fitting);
    return fitting;
  }

  private void collect(JsonState state, int left, BitSet fitting) {
    for (int i = 0; i < octets.length; i++) {
      JsonState after = state.next(octets[i]);
      if (after != null) {
        TokenTrie child = children[i];
        if (after.toGo() <= left) {
          for (int token : child.tokens) {
            fitting.set(token);
          }
        }
        child.collect(after, left, fitting);
      }
    }
  }
}
