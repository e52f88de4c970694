package org.hashmatch.eval.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hashmatch.eval.attack.Picture;

/**
 * Any program that prints hashes for paths: a hasher in whatever language.
 *
 * <p>It is called by the shell with the paths of PNG files as arguments, some hundred at a time,
 * and prints a line for each: fields separated by tabs, commas or blanks, one of them the path as
 * it was given, and one the hash in hexadecimal digits, 8 or more and for all pictures as many. Of
 * several such fields the longest is taken, so that what PDQ's own program prints ({@code
 * hash,quality,path}) is understood.
 */
public final class CommandHasher implements StudiedHasher {

  private static final int AT_A_TIME = 200;
  private static final Pattern SEPARATOR = Pattern.compile("[\\t, ]+");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){4,8192}");

  private final String name;
  private final String command;

  /**
   * A hasher by a command.
   *
   * @param name the name by which tables call it
   * @param command for the shell; the paths are put behind it
   */
  public CommandHasher(String name, String command) {
    this.name = name;
    this.command = command;
  }

  @Override
  public String name() {
    return name;
  }

  /** The command is part of what a study is. */
  @Override
  public String toString() {
    return name + "=" + command;
  }

  @Override
  public List<StudiedHash> hash(List<Picture> pictures) throws IOException {
    List<StudiedHash> hashes = new ArrayList<>(pictures.size());
    for (int from = 0; from < pictures.size(); from += AT_A_TIME) {
      hashes.addAll(hashSome(pictures.subList(from, Math.min(pictures.size(), from + AT_A_TIME))));
    }
    return hashes;
  }

  private List<StudiedHash> hashSome(List<Picture> pictures) throws IOException {
    try (PictureFolder folder = PictureFolder.create()) {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < pictures.size(); i++) {
        files.add(folder.add("picture-" + i, pictures.get(i)));
      }
      Path printed = folder.file("printed.txt");
      new ShellCommand(name, command).run(files.stream().map(Path::toString).toList(), printed);
      Map<String, StudiedHash> hashes = read(printed);
      List<StudiedHash> inOrder = new ArrayList<>();
      for (Path file : files) {
        StudiedHash hash = hashes.get(file.toString());
        if (hash == null) {
          throw new IOException(
              name
                  + " printed no hash for a picture ("
                  + hashes.size()
                  + " of "
                  + files.size()
                  + " were understood)");
        }
        inOrder.add(hash);
      }
      return inOrder;
    }
  }

  private static Map<String, StudiedHash> read(Path printed) throws IOException {
    Map<String, StudiedHash> hashes = new HashMap<>();
    for (String line : Files.readAllLines(printed)) {
      String path = "";
      String hash = "";
      for (String field : SEPARATOR.split(line, -1)) {
        if (field.endsWith(PictureFolder.SUFFIX)) {
          path = field;
        } else if (field.length() > hash.length() && HEX.matcher(field).matches()) {
          hash = field;
        }
      }
      if (!path.isEmpty() && !hash.isEmpty()) {
        hashes.put(path, parse(hash));
      }
    }
    return hashes;
  }

  private static StudiedHash parse(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    long[] words = new long[(bytes.length + Long.BYTES - 1) / Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      words[i / Long.BYTES] |= (bytes[i] & 0xffL) << (Byte.SIZE * (i % Long.BYTES));
    }
    return StudiedHash.of(bytes.length * Byte.SIZE, words);
  }
}
