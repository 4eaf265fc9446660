/** Style sheets are taken up by the build; importing one gives nothing. */
declare module "*.css" {}
