package org.hashmatch.hash;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.hashmatch.hash");

  @Test
  void values_knowNoOtherRoom() {
    noClasses()
        .that()
        .resideInAPackage("org.hashmatch.hash")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.hashmatch.hash.*..")
        .check(CLASSES);
  }

  @Test
  void pixels_knowNeitherFilesNorHashes() {
    noClasses()
        .that()
        .resideInAPackage("..image..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.hashmatch.hash",
            "..algorithm..",
            "..decode..",
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..")
        .check(CLASSES);
  }

  @Test
  void algorithms_knowNoDecoder() {
    noClasses()
        .that()
        .resideInAPackage("..algorithm..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..decode..")
        .check(CLASSES);
  }

  @Test
  void awt_isImportedByDecodingOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..decode..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..")
        .check(CLASSES);
  }

  @Test
  void nothing_opensFilesOrSockets() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..", "java.nio.file..", "java.nio.channels..", "org.bytedeco..", "java.sql..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|RandomAccessFile).*")
        .check(CLASSES);
  }

  @Test
  void rooms_haveNoCircle() {
    slices().matching("org.hashmatch.hash.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
