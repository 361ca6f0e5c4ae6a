export const colours = {
  background: "#f4f6f8",
  surface: "#ffffff",
  border: "#d9e0e7",
  text: "#17212b",
  muted: "#52606d",
  link: "#0b5cad",
  accent: "#0b5cad",
};
