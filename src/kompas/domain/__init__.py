"""What kompas knows of notes, groups and phrases: pure, without disk, clock, terminal or language."""
