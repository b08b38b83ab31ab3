// Runs before the body is read. Meanwhile the views are not laid out: in a large page that takes longer than reading,
// and only one of them will be shown. Without scripts, or when the others fail, everything is there in the end.
document.documentElement.classList.add("reading");
addEventListener("load", () => document.documentElement.classList.remove("reading"));
